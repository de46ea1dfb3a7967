/** The short form runs with every change, the long form before a release. */
const SHORT = process.env.FAULTS === 'short';

/** How often something is done, in either form. */
export function times(form: { readonly short: number; readonly long: number }): number {
  return SHORT ? form.short : form.long;
}
