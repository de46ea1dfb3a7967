/** Signs with which a spreadsheet takes what follows for a formula (OWASP, "CSV injection"), after blanks too; the wide ones are of East Asian keyboards. */
const FORMULA = /^\s*[=+\-@\t\r\n＝＋－＠]/u;

/** Rows as comma-separated values (RFC 4180): every text in quotation marks, lines ended by CR and LF. A text that looks like a formula gets an apostrophe before it. */
export function csv(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}
