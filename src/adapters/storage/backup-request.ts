/** The files by which a command asks the process that has a database for a copy: `asked` holds the path of the copy, `answer` what went wrong, if anything. */
export function backupRequest(storePath: string): { readonly asked: string; readonly answer: string } {
  return { asked: `${storePath}.backup-asked`, answer: `${storePath}.backup-answer` };
}
