/** Said to whoever asks for a copy of a database server: it has a tool of its own, which copies without stopping anybody. */
export const serverBackup =
  'A database server has a tool of its own for this: pg_dump --format=custom --file=golden-rule.dump "$STORE_URL"';
