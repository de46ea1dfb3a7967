import type { Speaker } from '../conversation/speaker';
import { ukTime } from '../uk-time';
import type { AccessEntry } from './access-entry';

/**
 * Lines such as "Priya Shah opened C-0042. Tuesday 24 November 2026, 10:05am, 3 times". What one person did again and again with a case
 * on one day is one line with the latest time. Entries come newest first, and so do the lines.
 */
export function accessLines(entries: readonly AccessEntry[], speaker: Speaker): readonly string[] {
  const groups = new Map<string, AccessEntry[]>();
  for (const entry of entries) {
    const key = entry.why === undefined ? sameDay(entry) : JSON.stringify(entry);
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups.values()].flatMap(([latest, ...others]) =>
    latest ? [lineOf(latest, others.length + 1, speaker)] : [],
  );
}

function sameDay({ at, by, action, caseId }: AccessEntry): string {
  return JSON.stringify([by.id, action, caseId, ukTime(at).split(',')[0]]);
}

function lineOf({ at, by, action, reference = '', why }: AccessEntry, times: number, speaker: Speaker): string {
  const name = by.name || speaker.say('the_councillor');
  const line = speaker.say(`access_${action}`, { name, reference, when: ukTime(at) });
  const again = times > 1 ? ` ${speaker.say('access_times', { count: String(times) })}` : '';
  return why === undefined ? `${line}${again}` : `${line}${again} ${speaker.say('access_why', { why })}`;
}
