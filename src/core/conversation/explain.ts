import type { Matching } from '../match/create-matching';
import { words } from '../match/tokens';
import type { Decision, Match } from '../model';
import { decide } from './decide';
import type { ReadDraft } from './read-draft';
import { type Speaker, sectionOf } from './speaker';
import type { Triage } from './triage';

/** So many candidates are shown; those behind them hardly count. */
const MOST_SHOWN = 5;

/** What one question sounds like, in a sentence for the clerk; undefined when it is like nothing. */
export function explainShortly(matches: readonly Match[], { say }: Speaker): string | undefined {
  const [first] = matches;
  if (!first || first.kind === 'talk') return undefined;
  return say('sounds_like', { subject: subjectOf(first), share: outOfHundred(first.share) });
}

/** Each step from the words of a message to what is done about it, in plain sentences. */
export async function explain(
  text: string,
  means: {
    readonly matching: Pick<Matching, 'find' | 'urgency' | 'read'>;
    readonly readDraft: ReadDraft;
    readonly triage: Triage;
    readonly speaker: Speaker;
  },
): Promise<readonly string[]> {
  const { matching, readDraft, triage, speaker } = means;
  const { say } = speaker;
  const read = matching.read(text);
  const typed = words(text);
  const mended = read.words.flatMap((word, at) => (typed[at] === word ? [] : [`${typed[at]} = ${word}`]));
  const urgency = await matching.urgency(text);
  const found = readDraft(text);
  const level = await triage(text);
  const matches = await matching.find(text);
  return [
    say('why_words', { words: read.words.join(' ') || '-' }),
    ...(mended.length > 0 ? [say('why_mended', { words: mended.join(', ') })] : []),
    ...(read.concepts.length > 0 ? [say('why_meanings', { meanings: [...new Set(read.concepts)].join(', ') })] : []),
    say('why_danger', {
      danger: outOfHundred(urgency?.confidence ?? 0),
      distress: outOfHundred(urgency?.distress ?? 0),
      level: level ?? say('why_none'),
    }),
    say(found ? 'why_draft' : 'why_no_draft', { draft: found?.draft ?? '' }),
    ...matches.slice(0, MOST_SHOWN).map((match, at) => candidateLine(match, at, speaker)),
    decisionLine(decide(matches), speaker),
  ];
}

function candidateLine(match: Match, at: number, { say }: Speaker): string {
  const { trained = 0, terms = 0, letters = 0, fuzzy = 0 } = match.evidence;
  return say('why_candidate', {
    place: String(at + 1),
    subject: match.kind === 'passage' ? `${match.passage.id}, ${subjectOf(match)}` : subjectOf(match),
    share: outOfHundred(match.share),
    trained: outOfHundred(trained),
    terms: outOfHundred(terms),
    letters: outOfHundred(letters),
    fuzzy: outOfHundred(fuzzy),
    nearest: match.nearest[0] ?? '-',
  });
}

function decisionLine(decision: Decision, { say }: Speaker): string {
  return say(`why_${decision.kind}`, { confidence: outOfHundred(decision.confidence) });
}

function subjectOf(match: Match): string {
  switch (match.kind) {
    case 'passage':
      return sectionOf(match.passage);
    case 'topic':
      return match.topic.title;
    case 'talk':
      return match.talk.id;
  }
}

function outOfHundred(share: number): string {
  return String(Math.round(share * 100));
}
