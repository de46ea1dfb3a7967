import type { CalmerDraft, DraftCheck, Finding } from '../draft/draft';
import type { Passage } from '../model';
import type { Field, Turn } from '../reply';
import { recordFirst } from './record-first';
import { type Speaker, sectionOf } from './speaker';

/** Points that one card shows before it is asked for all of them. */
const MOST_POINTS = 5;

export type FindingsParts = {
  readonly draft: string;
  readonly check: DraftCheck;
  /** The check of the version before this one. */
  readonly before?: DraftCheck;
  readonly calmer?: CalmerDraft;
  /** Show every point, however many there are. */
  readonly all?: true;
  /** The draft is somebody else's message or was changed after it was sent: a sentence that says so. */
  readonly about?: string;
};

/** What was found in a draft, most serious first. Never an approval: a clean result says what it does not mean. */
export function findingsTurn(parts: FindingsParts, speaker: Speaker): Turn {
  const { draft, check, before, calmer, all, about } = parts;
  const shown = all ? check.findings : check.findings.slice(0, MOST_POINTS);
  const left = check.findings.length - shown.length;
  return {
    outcome: 'check',
    confidence: 1,
    passages: citedBy(shown, speaker),
    check,
    ...((before || all) && { again: true }),
    reply: speaker.reply(
      'findings',
      {
        heading: headingFor(check, speaker),
        severity: check.severity,
        progress: [about, before && progressOf(before, check, speaker)].filter(Boolean).join(' ') || null,
        points: shown.map((finding, index) => point({ draft, finding, number: index + 1 }, speaker)),
        calmer: calmer ? calmerFields(calmer, speaker) : null,
        near: check.near ? speaker.say('check_near', { point: nameOf(check.near, speaker) }) : null,
        unseen: check.unseen ? speaker.say('check_unseen') : null,
        more: left > 0 ? speaker.say('check_more', { count: String(left) }) : null,
        runs: runsOf(draft, check.findings),
      },
      'notice_check',
    ),
  };
}

function headingFor(check: DraftCheck, speaker: Speaker): string {
  if (check.severity === 'stop') return speaker.say('check_stop');
  if (check.severity === 'ok') return speaker.say('check_ok');
  return check.findings.length === 1
    ? speaker.say('check_think_one')
    : speaker.say('check_think_many', { count: String(check.findings.length) });
}

/** What is gone, still there and new since the version before, by the names of the points. */
function progressOf(before: DraftCheck, now: DraftCheck, speaker: Speaker): string {
  const names = (findings: readonly Finding[]) => findings.map(({ rule }) => nameOf(rule, speaker)).join(', ');
  const without = (findings: readonly Finding[], others: readonly Finding[]) =>
    findings.filter(({ rule }) => !others.some((other) => other.rule === rule));
  const gone = without(before.findings, now.findings);
  const fresh = without(now.findings, before.findings);
  const still = without(now.findings, fresh);
  const told = [
    gone.length > 0 ? speaker.say('check_gone', { points: names(gone) }) : '',
    still.length > 0 ? speaker.say('check_still', { points: names(still) }) : '',
    fresh.length > 0 ? speaker.say('check_fresh', { points: names(fresh) }) : '',
  ].filter(Boolean);
  return told.join(' ');
}

function calmerFields({ text, changes }: CalmerDraft, speaker: Speaker): Field {
  const told = changes.map(({ words: whole, put }) => {
    const words = whole.replace(/(?<![.!?])[.!?]+$/u, '');
    return put === '' ? speaker.say('calmer_left_out', { words }) : speaker.say('calmer_put', { words, put });
  });
  return { text, changes: told.join(' ') };
}

/** The draft in pieces, with the marked words as pieces of their own. */
function runsOf(draft: string, findings: readonly Finding[]): Field {
  const edges = [...new Set([0, draft.length, ...findings.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  const pieces = edges.slice(0, -1).map((from, at) => ({
    text: draft.slice(from, edges[at + 1]),
    marked: findings.some(({ start, end }) => start <= from && from < end),
  }));
  return pieces.length > 0 ? pieces : [{ text: draft, marked: false }];
}

function point({ draft, finding, number }: { draft: string; finding: Finding; number: number }, speaker: Speaker) {
  const passage = citedBy([finding], speaker)[0];
  return {
    number,
    name: nameOf(finding.rule, speaker),
    words: draft.slice(finding.start, finding.end),
    why: finding.why,
    quote: passage?.text ?? null,
    section: passage ? sectionOf(passage) : null,
    gap: [...(finding.gap ? [speaker.say('check_gap')] : []), ...recordFirst(passage, speaker)].join(' ') || null,
  };
}

function nameOf(id: string, speaker: Speaker): string {
  return speaker.knowledge.rules.find((rule) => rule.id === id)?.name ?? id;
}

/** The first passage of each finding, each once. */
function citedBy(findings: readonly Finding[], speaker: Speaker): readonly Passage[] {
  const cited = findings.map((finding) => speaker.passage(finding.passages[0] ?? ''));
  return [...new Set(cited.filter((passage) => passage !== undefined))];
}
