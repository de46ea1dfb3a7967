import { chat } from '../core/conversation/card-replies';
import type { Turn } from '../core/reply';
import { readPeriod, wantsTable } from '../core/reports/read-period';
import { reportReply } from '../core/reports/report-reply';
import { reportTable } from '../core/reports/report-table';
import { makeReport } from './make-report';
import { refuseAsClerk } from './refuse-at-desk';
import type { Surroundings, Visit } from './surroundings';

/** "report", "report October", "report 2026 as a table": for clerks, in their channel. */
export async function showReport(visit: Visit, rest: string, given: Surroundings): Promise<Turn> {
  const { store, speaker, clock } = given;
  // A councillor who types it alone may want to report something.
  const refusal = visit.scope === 'personal' ? 'report_elsewhere' : await refuseAsClerk(visit, given);
  if (refusal !== undefined) return chat(speaker.note(refusal));
  const at = clock();
  const token = readPeriod(rest, at);
  if (token === undefined) return chat(speaker.note('report_unknown'));
  const report = await makeReport(visit.tenant, token, { store, speaker, at });
  if (!report) return chat(speaker.note('report_not_over'));
  if (!wantsTable(rest)) return chat(reportReply(report, speaker));
  const table = speaker.reply('note', { heading: null, text: reportTable(report, speaker) }, 'notice_report');
  return chat({ ...table, plain: true });
}
