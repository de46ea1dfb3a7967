import { type MarkedMessage, trainDraftFinder } from './core/conversation/train-draft-finder';
import { trainDraftCheck } from './core/draft/train-draft-check';
import { createLexicon } from './core/match/lexicon';
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

/** Makes everything that is made from the knowledge before the start. Takes two minutes; the same knowledge gives the same result. */
export function trainKnowledge(knowledge: PolicyKnowledge, data: TrainingData): Trained {
  const classes = matchClasses(knowledge);
  const lexicon = createLexicon(knowledge.lexicon);
  return {
    index: buildIndex(classes, lexicon),
    ...trainClassifiers(classes, lexicon, urgentTexts(data)),
    draftCheck: trainDraftCheck(data.draftExamples, { rules: knowledge.rules, lexicon }),
    drafts: trainDraftFinder([...data.drafts, ...classes.flatMap(withoutDraft)]),
  };
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
