import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openStore } from './adapters/storage/open-store';
import { createRender } from './adapters/teams/cards';
import { makeReport } from './app/make-report';
import { chosenCouncil } from './chosen-council';
import { loadEnvironment, readCouncils, readStoreUrl } from './config';
import { readPeriod } from './core/reports/read-period';
import { reportReply } from './core/reports/report-reply';
import { reportTable } from './core/reports/report-table';

const USAGE = 'Use: npm run report -- --month 2026-10 (or --quarter 2026-q4, or --year 2026), --csv, --tenant ID.';

const OPTIONS = {
  tenant: { type: 'string' },
  month: { type: 'string' },
  quarter: { type: 'string' },
  year: { type: 'string' },
  csv: { type: 'boolean' },
} as const;

/** `report --month 2026-10` prints the report on a month, `--csv` as comma-separated values. Nothing is named: the last month. A SQLite file can be read only while the assistant is stopped. */
async function main(words: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...words], options: OPTIONS });
  const root = join(__dirname, '..');
  const environment = loadEnvironment(root);
  const { tenant, speaker } = await chosenCouncil(readCouncils(root, environment), values.tenant);
  const at = Date.now();
  const token = readPeriod(values.month ?? values.quarter ?? values.year ?? '', at);
  if (token === undefined) throw new Error(`That is not a month, quarter or year. ${USAGE}`);
  const store = await openStore(readStoreUrl(environment));
  try {
    const report = await makeReport(tenant, token, { store, speaker, at });
    if (!report) throw new Error(speaker.say('report_not_over'));
    const text = values.csv
      ? reportTable(report, speaker)
      : `${createRender(join(root, 'cards'))(reportReply(report, speaker)).text}\n`;
    process.stdout.write(text);
  } finally {
    await store.close();
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
