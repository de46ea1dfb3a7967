const { readFileSync } = require('node:fs');

/** Who runs the server: nobody else when this is not root, and an account without rights when it is, because PostgreSQL refuses root. */
function unprivilegedAccount() {
  if (process.getuid?.() !== 0) return {};
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const wanted of ['postgres', 'nobody']) {
    const account = accounts.find(([name]) => name === wanted);
    if (account !== undefined) return { uid: Number(account[2]), gid: Number(account[3]) };
  }
  throw new Error('PostgreSQL refuses to run as root, and there is no account postgres or nobody to run it.');
}

module.exports = { unprivilegedAccount };
