/** One line for each row of the table in docs/reliability.md: what was done, and what was lost or came twice. */
export function tell(row: string, facts: { readonly [name: string]: number | string }): void {
  const figures = Object.entries(facts).map(([name, figure]) => `${name} ${figure}`);
  process.stdout.write(`${row}: ${figures.join(', ')}\n`);
}
