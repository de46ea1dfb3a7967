// Runs a command beside a PostgreSQL server of its own, whose address it finds in TEST_POSTGRES_URL: node tools/postgres/run.js jest …
const { spawn } = require('node:child_process');
const { once } = require('node:events');
const { startCluster } = require('./start-cluster');

async function main([command, ...given]) {
  const cluster = await startCluster();
  try {
    const child = spawn(command, given, {
      stdio: 'inherit',
      env: { ...process.env, TEST_POSTGRES_URL: cluster.url },
    });
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
    const [code] = await once(child, 'exit');
    process.exitCode = code ?? 1;
  } finally {
    await cluster.remove();
  }
}

main(process.argv.slice(2)).catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
