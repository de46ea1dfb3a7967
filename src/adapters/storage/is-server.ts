/** Whether an address of `STORE_URL` is that of a PostgreSQL server. */
export function isServer(url: string): boolean {
  return /^postgres(?:ql)?:\/\//u.test(url);
}
