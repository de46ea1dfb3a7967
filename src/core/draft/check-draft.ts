import type { Lexicon } from '../match/lexicon';
import type { Steps } from '../steps';
import type { Circumstance, DraftCheck, DraftRule, Finding } from './draft';
import { sentencesOf } from './draft-features';
import type { DraftReading } from './draft-reading';
import { type DraftCheckWeights, draftScores, placeOfAny, SCORES_PER_RULE } from './draft-weights';
import { type DraftWindow, WINDOW, windowsOf } from './draft-windows';
import { markWords, type WordScores, wordScores } from './mark-words';
import { offsetsOf } from './read-draft';
import type { FoundSignals } from './rule-signals';
import type { Stretch } from './signals';
import { speaksOfUnseen } from './speaks-of-unseen';
import { tellingSentences } from './telling-sentences';

/**
 * The rule that speaks most for a draft counts from these log-odds on, any other from somewhat more; it is grave from GRAVE on. What
 * would be grave counts a little sooner. Chosen on 2,040 drafts of nine authors who had seen neither signals nor examples, so that
 * one clean draft in ten is flagged.
 */
const BREAKS = -1.2;
const BREAKS_TOO = -0.6;
/** Between this and BREAKS nothing is marked, but it is said what the draft comes near to: one clean draft in ten, and half of what is missed. */
const NEAR = -2;
const GRAVE = 0;
const GRAVE_SOONER = 0.15;
/**
 * That the words break any rule at all is learned apart, and adds to each rule so much of its log-odds: it knows from all rules
 * together what a harmless draft looks like.
 */
const ANY_RULE = 0.5;
/** However harmless a draft looks, that takes no more from a rule that speaks up; it cost one clean draft in a thousand. */
const MOST_HARMLESS = -1.5;
/**
 * Each sentence is weighed alone too, and must be so much clearer, because what stands around it is not seen: in a draft longer than
 * one window, and for what else is wrong with a draft in which something was found.
 */
const ALONE = 1;
/** A sentence that is so clear by itself counts whatever stands around it. */
const CLEAR = 1;
/** A score further from nothing than this says no more. */
const MOST_GRAVE = 3;

export type DraftCheckParts = {
  readonly rules: readonly DraftRule[];
  /** What reads drafts for these rules. */
  readonly read: (draft: string) => Steps<DraftReading>;
  readonly lexicon: Lexicon;
  /** What was learned from labelled drafts; without it, and for rules without examples, the signals decide alone. */
  readonly weights?: DraftCheckWeights;
};

/** A draft, and what is so where and when it is to be posted -> what needs a second thought. */
export type DraftChecker = (draft: string, circumstances?: readonly Circumstance[]) => Steps<DraftCheck>;

type Found = { readonly severity: Finding['severity']; readonly words: Stretch };

/**
 * Makes the check of draft posts: a draft -> what needs a second thought. Offsets are UTF-16 and cover whole words. A clean check
 * means only that no rule spoke up.
 */
export function createDraftCheck(parts: DraftCheckParts): DraftChecker {
  const { rules, read, lexicon, weights } = parts;
  const ids = rules.map(({ id }) => id);
  return function* (text, circumstances = []) {
    const draft = yield* read(text);
    const { learned, near } = weights ? yield* learnedFrom(draft, { ids, lexicon, weights }) : NOTHING;
    const findings = rules
      .flatMap((rule, number) => {
        const signals = draft.signals[number];
        const taught = weights?.rules.includes(rule.id) ?? false;
        const found = signals && decide(signals, { draft, taught, learned: learned.get(rule.id) });
        return found ? [finding(rule, graver(found, rule, circumstances), draft)] : [];
      })
      .sort((a, b) => weight(b) - weight(a) || a.start - b.start || a.end - b.end);
    return {
      severity: findings[0]?.severity ?? 'ok',
      findings,
      unseen: speaksOfUnseen(draft),
      ...(findings.length === 0 && near !== undefined && { near }),
    };
  };
}

/** What was learned, by the rule's id; `near` is the rule that comes nearest where nothing is found. */
type Learned = { readonly learned: ReadonlyMap<string, Found>; readonly near?: string };
const NOTHING: Learned = { learned: new Map() };

/** What the learned weights find, in the run of sentences that speaks most for each rule. */
function* learnedFrom(
  draft: DraftReading,
  { ids, lexicon, weights }: { ids: readonly string[]; lexicon: Lexicon; weights: DraftCheckWeights },
): Steps<Learned> {
  const sentences = tellingSentences(sentencesOf(draft, lexicon, ids), weights);
  yield;
  const together = bestWindows(windowsOf(sentences, WINDOW), 0, weights);
  yield;
  const alone = bestWindows(windowsOf(sentences, 1), ALONE, weights);
  const enough = sentences.length > WINDOW ? BREAKS : CLEAR - ALONE;
  const isFound = together.some(({ whole }) => whole >= BREAKS) || alone.some(({ whole }) => whole >= enough);
  if (!isFound) return nearest(together, weights);
  const best = together.map((one, rule) => (weightIn(alone, rule) > one.weight ? (alone[rule] ?? one) : one));
  const clearest = Math.max(...best.map(({ weight }) => weight));
  const kept = [...best.entries()].filter(([, { weight }]) => weight >= Math.min(clearest, BREAKS_TOO));
  const said = new Map<DraftWindow, WordScores>();
  const learned = new Map<string, Found>();
  for (const [rule, { grave, window }] of kept) {
    const id = weights.rules[rule] ?? '';
    const { stop = [], think = [] } = draft.signals[ids.indexOf(id)] ?? {};
    const words = said.get(window) ?? (yield* wordScores(window, draft, { weights, lexicon }));
    said.set(window, words);
    learned.set(id, {
      severity: grave > GRAVE ? 'stop' : 'think',
      words: markWords(rule, { window, draft, said: words, signals: [...stop, ...think] }),
    });
  }
  return { learned };
}

/** The rule that comes nearest, if one comes near. */
function nearest(together: readonly Weighed[], { rules }: DraftCheckWeights): Learned {
  const most = Math.max(...together.map(({ whole }) => whole));
  const rule = rules[together.findIndex(({ whole }) => whole === most)];
  return most >= NEAR && rule !== undefined ? { ...NOTHING, near: rule } : NOTHING;
}

type Weighed = {
  readonly window: DraftWindow;
  readonly weight: number;
  readonly grave: number;
  readonly whole: number;
};

/** For each rule the window that speaks most for it; `doubt` is taken off. */
function bestWindows(windows: readonly DraftWindow[], doubt: number, weights: DraftCheckWeights): readonly Weighed[] {
  const best: Weighed[] = [];
  for (const window of windows) {
    const scores = draftScores(window.features, weights);
    const any = ANY_RULE * Math.max(scores[placeOfAny(weights)] ?? 0, MOST_HARMLESS);
    for (let rule = 0; rule < weights.rules.length; rule++) {
      const breaks = scores[SCORES_PER_RULE * rule] ?? 0;
      const grave = scores[SCORES_PER_RULE * rule + 1] ?? 0;
      const weight = breaks + GRAVE_SOONER * Math.max(-MOST_GRAVE, Math.min(MOST_GRAVE, grave)) - doubt;
      if (weight > weightIn(best, rule)) best[rule] = { window, weight, grave, whole: weight + any };
    }
  }
  return best;
}

function weightIn(weighed: readonly Weighed[], rule: number): number {
  return weighed[rule]?.weight ?? Number.NEGATIVE_INFINITY;
}

/** Phrases that decide by themselves come first, then what was learned; a rule without examples goes by its signals alone. */
function decide(
  signals: FoundSignals,
  { draft, taught, learned }: { draft: DraftReading; taught: boolean; learned: Found | undefined },
): Found | undefined {
  const outside = (stretches: readonly Stretch[], clearing: readonly Stretch[]) => {
    const clear = new Set(clearing.map(({ first }) => draft.sentence[first]));
    return stretches.filter(({ first }) => !clear.has(draft.sentence[first]));
  };
  const { never } = signals;
  const stop = widest(outside(signals.alwaysStop, never), draft);
  if (stop) return { severity: 'stop', words: stop };
  const think = widest(outside(signals.alwaysThink, never), draft);
  if (taught) {
    const kept = learned && outside([learned.words], never).length > 0 ? learned : undefined;
    return kept ?? (think && { severity: 'think', words: think });
  }
  if (signals.unlessAnywhere.length > 0) return think && { severity: 'think', words: think };
  const grave = widest(outside(signals.stop, [...signals.unless, ...never]), draft);
  if (grave) return { severity: 'stop', words: grave };
  const doubtful = widest(outside([...signals.think, ...signals.alwaysThink], [...signals.unless, ...never]), draft);
  return doubtful && { severity: 'think', words: doubtful };
}

function widest(stretches: readonly Stretch[], draft: DraftReading): Stretch | undefined {
  const length = (stretch: Stretch) => {
    const { start, end } = offsetsOf(stretch, draft);
    return end - start;
  };
  return stretches.reduce<Stretch | undefined>(
    (best, next) => (best && length(best) >= length(next) ? best : next),
    undefined,
  );
}

function finding(rule: DraftRule, { severity, words }: Found, draft: DraftReading): Finding {
  return { rule: rule.id, severity, ...offsetsOf(words, draft), why: rule.why, passages: rule.cites, gap: rule.gap };
}

function graver(found: Found, rule: DraftRule, circumstances: readonly Circumstance[]): Found {
  const holds = rule.graver.some((all) => all.every((one) => circumstances.includes(one)));
  return holds ? { ...found, severity: 'stop' } : found;
}

function weight({ severity }: Finding): number {
  return severity === 'stop' ? 1 : 0;
}
