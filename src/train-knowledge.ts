import { type MarkedMessage, trainDraftFinder } from './core/conversation/train-draft-finder';
import type { DraftCheckWeights } from './core/draft/draft-weights';
import { trainDraftCheck } from './core/draft/train-draft-check';
import { createLexicon, indexLexicon, lexiconOf } from './core/match/lexicon';
import { matchClasses, type NamedClass } from './core/match/match-classes';
import { buildIndex } from './core/match/match-index';
import { trainClassifiers, type UrgentTexts } from './core/match/train';
import type { Trained } from './core/trained';
import type { PolicyKnowledge } from './knowledge';
import type { TrainingData } from './training-data';

/** Kinds of talk and of danger in which a draft may stand, so that they teach nothing about messages without one. */
const MAY_HOLD_DRAFTS = ['check', 'not-urgent'];
/** One way of asking in so many is taken as an example of a message without a draft; more only takes longer. */
const EVERY = 4;

/** Makes everything that is made from the knowledge before the start. Takes two minutes in one thread; the same knowledge gives the same result. */
export function trainKnowledge(knowledge: PolicyKnowledge, data: TrainingData): Trained {
  return { ...trainMatching(knowledge, data), draftCheck: trainDrafts(knowledge, data) };
}

/** The half of it that finds what messages are about, whether they tell of danger, and where a draft stands in them. */
export function trainMatching(knowledge: PolicyKnowledge, data: TrainingData): Omit<Trained, 'draftCheck'> {
  const classes = matchClasses(knowledge);
  const words = indexLexicon(knowledge.lexicon);
  const lexicon = lexiconOf(words);
  return {
    lexicon: words,
    index: buildIndex(classes, lexicon),
    ...trainClassifiers(classes, lexicon, urgentTexts(data)),
    drafts: trainDraftFinder([...data.drafts, ...classes.flatMap(withoutDraft)]),
  };
}

/** The half of it that checks drafts. */
export function trainDrafts({ rules, lexicon }: PolicyKnowledge, { draftExamples }: TrainingData): DraftCheckWeights {
  return trainDraftCheck(draftExamples, { rules, lexicon: createLexicon(lexicon) });
}

function withoutDraft({ meaning, ways }: NamedClass): readonly MarkedMessage[] {
  const kind = meaning.kind === 'talk' ? meaning.talk.id : meaning.kind === 'urgent' ? meaning.level : '';
  if (MAY_HOLD_DRAFTS.includes(kind)) return [];
  return ways.filter((_, number) => number % EVERY === 0).map((text) => ({ text }));
}

/** Messages that hold a draft, and the words around one, tell of no danger: a threat in a draft is for the draft check. */
function urgentTexts({ drafts, urgentExamples }: TrainingData): UrgentTexts {
  const calm = drafts.flatMap(({ text, draft }) =>
    draft ? [text, `${text.slice(0, draft.start)} ${text.slice(draft.end)}`] : [text],
  );
  return { ...urgentExamples, 'not-urgent': [...(urgentExamples['not-urgent'] ?? []), ...calm] };
}
