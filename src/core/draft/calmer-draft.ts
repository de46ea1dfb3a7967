import { readPhrase } from '../phrases';
import type { Steps } from '../steps';
import type { DraftChecker } from './check-draft';
import type { CalmerDraft, DraftCheck, DraftRule, Finding } from './draft';
import type { DraftReading } from './draft-reading';
import { findInSentence, offsetsOf, sentenceStretches } from './read-draft';

/** A suggestion with fewer words than this says nothing. */
const FEWEST_WORDS = 5;

type Offsets = { readonly start: number; readonly end: number };
type Change = Offsets & { readonly put: string };

/** A draft and its check -> calmer words for it, where the rules have them. */
export type Calmer = (draft: string, checked: DraftCheck) => Steps<CalmerDraft | undefined>;

/**
 * Makes what suggests calmer words: a draft and its check -> the draft with marked words replaced as the rules allow, or else without
 * the sentences in which they stand. Nothing is suggested that the check would not let pass, and nothing where a rule has no calmer
 * wording. Throws a sentence when a phrase of a rule cannot be read.
 */
export function createCalmer(
  rules: readonly DraftRule[],
  read: (draft: string) => Steps<DraftReading>,
  check: DraftChecker,
): Calmer {
  const byId = new Map(
    rules.map((rule) => [
      rule.id,
      { leaveOut: rule.leaveOut, instead: rule.instead.map(({ words, put }) => ({ phrase: readPhrase(words), put })) },
    ]),
  );
  return function* (draft, checked) {
    if (checked.findings.length === 0) return undefined;
    const reading = yield* read(draft);
    const replaced = checked.findings.flatMap((finding) => replacements(finding, reading));
    const attempts = [replaced, [...replaced, ...leftOut(checked.findings, reading)]];
    for (const changes of attempts) {
      const calmer = changes.length > 0 ? rewritten(draft, changes) : undefined;
      if (!calmer || wordsIn(calmer.text) < FEWEST_WORDS) continue;
      if ((yield* check(calmer.text)).severity === 'ok') return calmer;
    }
    return undefined;
  };

  function replacements(finding: Finding, reading: DraftReading): readonly Change[] {
    const { instead = [] } = byId.get(finding.rule) ?? {};
    return instead.flatMap(({ phrase, put }) =>
      findInSentence(phrase, reading)
        .map((hit) => ({ ...offsetsOf(hit, reading), put }))
        .filter(({ start, end }) => start < finding.end && end > finding.start),
    );
  }

  /** The sentences of the findings; none at all when one of the rules does not allow it. */
  function leftOut(findings: readonly Finding[], reading: DraftReading): readonly Change[] {
    if (!findings.every(({ rule }) => byId.get(rule)?.leaveOut)) return [];
    return sentencesIn(reading)
      .filter(({ start, end }) => findings.some((finding) => finding.start < end && finding.end > start))
      .map((sentence) => ({ ...sentence, put: '' }));
  }
}

/** Each sentence up to where the next one begins, with the marks and blanks behind it. */
function sentencesIn(reading: DraftReading): readonly Offsets[] {
  const sentences = sentenceStretches(reading).map((stretch) => offsetsOf(stretch, reading));
  const end = reading.folded.ends.at(-1) ?? 0;
  return sentences.map(({ start }, at) => ({ start, end: sentences[at + 1]?.start ?? end }));
}

/** Makes the changes from the left; one that overlaps an earlier one is part of it already. */
function rewritten(draft: string, changes: readonly Change[]): CalmerDraft {
  const text: string[] = [];
  const made: { words: string; put: string }[] = [];
  let copied = 0;
  for (const { start, end, put } of [...changes].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (start < copied) continue;
    text.push(draft.slice(copied, start), put);
    made.push({ words: draft.slice(start, end).trim(), put });
    copied = end;
  }
  text.push(draft.slice(copied));
  return {
    text: text
      .join('')
      .replace(/ {2,9}/gu, ' ')
      .trim(),
    changes: made,
  };
}

function wordsIn(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
