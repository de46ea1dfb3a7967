/** Fills the {places} of a sentence. Throws when a place has no value, so that a misspelt name stops the start instead of reaching a person. */
export function fill(sentence: string, values: { readonly [name: string]: string }): string {
  return sentence.replace(/\{([^{}]*)\}/gu, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) throw new Error(`"${sentence}" asks for {${name}}, which is not known here.`);
    return value;
  });
}
