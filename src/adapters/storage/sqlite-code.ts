/** SQLite's primary result codes that are told apart here (sqlite.org/rescode.html). */
export const sqliteCodes = { busy: 5, full: 13 } as const;

/** The primary result code of an error from either engine: `node:sqlite` calls it `errcode`, libsql `rawCode`. */
export function sqliteCode(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { errcode, rawCode } = error as { readonly errcode?: unknown; readonly rawCode?: unknown };
  const code = errcode ?? rawCode;
  // An extended code keeps the primary one in its lowest byte.
  return typeof code === 'number' ? code & 0xff : undefined;
}
