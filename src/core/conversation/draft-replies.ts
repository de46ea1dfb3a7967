import type { DraftCheck, Finding, Passage, Turn } from '../model';
import { recordFirst } from './record-first';
import { type Speaker, sectionOf } from './speaker';

const MOST_POINTS = 5;

/** What was found in a draft, most serious first. Never an approval: a clean result says what it does not mean. */
export function findingsTurn(draft: string, check: DraftCheck, speaker: Speaker): Turn {
  const shown = check.findings.slice(0, MOST_POINTS);
  const left = check.findings.length - shown.length;
  return {
    outcome: 'check',
    confidence: 1,
    passages: citedBy(shown, speaker),
    check,
    reply: speaker.reply(
      'findings',
      {
        heading: headingFor(check, speaker),
        severity: check.severity,
        points: shown.map((finding, index) => point({ draft, finding, number: index + 1 }, speaker)),
        unseen: check.unseen ? speaker.say('check_unseen') : null,
        more: left > 0 ? speaker.say('check_more', { count: String(left) }) : null,
        draft,
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

function point({ draft, finding, number }: { draft: string; finding: Finding; number: number }, speaker: Speaker) {
  const passage = citedBy([finding], speaker)[0];
  return {
    number,
    name: speaker.knowledge.rules.find((rule) => rule.id === finding.rule)?.name ?? finding.rule,
    words: draft.slice(finding.start, finding.end),
    why: finding.why,
    quote: passage?.text ?? null,
    section: passage ? sectionOf(passage) : null,
    gap: [...(finding.gap ? [speaker.say('check_gap')] : []), ...recordFirst(passage, speaker)].join(' ') || null,
  };
}

/** The first passage of each finding, each once. */
function citedBy(findings: readonly Finding[], speaker: Speaker): readonly Passage[] {
  const cited = findings.map((finding) => speaker.passage(finding.passages[0] ?? ''));
  return [...new Set(cited.filter((passage) => passage !== undefined))];
}
