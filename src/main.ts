import { join } from 'node:path';
import { type Config, loadEnvironment, readConfig } from './config';
import { createLog } from './log';
import { start } from './start';

async function main(): Promise<void> {
  const root = join(__dirname, '..');
  const config = readConfig(root, loadEnvironment(root));
  const log = createLog();
  const running = await start(root, config, { auth: teamsAuth(config), log });
  for (const { council, code } of running.linkCodes)
    process.stdout.write(
      `${council.name}: no channel is linked yet. In the clerk's channel, type: @${council.assistant} link ${code}\n`,
    );
  log.info('listening', { host: config.host, port: running.port });

  let stopping = false;
  const stop = (signal: string): void => {
    // Asked twice, it still ends in order: what is under way must not be cut off.
    if (stopping) return;
    stopping = true;
    log.info('stopping', { signal });
    running.stop().catch((error: unknown) => {
      log.error('stopping failed', { error: error instanceof Error ? error.name : 'unknown' });
      process.exitCode = 1;
    });
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

function teamsAuth({ auth, councils }: Config) {
  if (auth.kind === 'off') return auth;
  const credentials =
    auth.clientSecret === undefined
      ? ({ kind: 'managed-identity' } as const)
      : ({ kind: 'secret', secret: auth.clientSecret } as const);
  const tenants = new Set(councils.flatMap(({ tenant }) => tenant ?? []));
  return { kind: 'on', appId: auth.clientId, homeTenant: auth.tenantId, tenants, credentials } as const;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
