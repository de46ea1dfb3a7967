import { join } from 'node:path';
import { type Config, loadEnvironment, readConfig } from './config';
import { createLog } from './log';
import { start } from './start';

async function main(): Promise<void> {
  const root = join(__dirname, '..');
  const config = readConfig(root, loadEnvironment(root));
  const log = createLog();
  const running = await start(root, config, { auth: teamsAuth(config), log });
  if (running.linkCode)
    process.stdout.write(
      `No channel is linked yet. In the clerk's channel, type: @${config.council.assistant} link ${running.linkCode}\n`,
    );
  log.info('listening', { host: config.host, port: running.port });

  const stop = (signal: string): void => {
    log.info('stopping', { signal });
    running.stop().catch((error: unknown) => {
      log.error('stopping failed', { error: error instanceof Error ? error.name : 'unknown' });
      process.exitCode = 1;
    });
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

function teamsAuth({ auth }: Config) {
  if (auth.kind === 'off') return auth;
  const credentials =
    auth.clientSecret === undefined
      ? ({ kind: 'managed-identity' } as const)
      : ({ kind: 'secret', secret: auth.clientSecret } as const);
  return { kind: 'on', appId: auth.clientId, tenantId: auth.tenantId, credentials } as const;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
