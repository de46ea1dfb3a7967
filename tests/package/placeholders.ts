/** The names that stand as `${{NAME}}` in a text, each once. */
export function placeholdersIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\$\{\{(\w+)\}\}/gu)].map(([, name]) => name ?? ''))];
}
