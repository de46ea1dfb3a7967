/** Reads comma-separated values by the letter of RFC 4180 and throws at the first sign that is not allowed where it stands. */
export function readCsv(text: string, end: '\r\n' | '\n' = '\r\n'): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    row.push(text[at] === '"' ? quoted() : plain());
    if (text[at] === ',') {
      at += 1;
      if (at === text.length) throw new Error('The text ends behind a comma.');
    } else if (text.startsWith(end, at)) {
      at += end.length;
      rows.push(row);
      row = [];
    } else throw new Error(`Neither a comma nor the end of the line at ${at}.`);
  }
  if (row.length > 0) throw new Error('The last line has no end.');
  return rows;

  function quoted(): string {
    let value = '';
    for (at += 1; ; at += 1) {
      if (at >= text.length) throw new Error('A quotation mark is never closed.');
      if (text[at] === '"' && text[at + 1] !== '"') break;
      if (text[at] === '"') at += 1;
      value += text[at];
    }
    at += 1;
    return value;
  }

  function plain(): string {
    const [value = ''] = /^[^",\r\n]*/u.exec(text.slice(at)) ?? [];
    at += value.length;
    return value;
  }
}
