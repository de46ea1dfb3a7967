import { randomBytes } from 'node:crypto';
import { type Assistant, createAssistant } from './app/assistant';
import { createLiveGuidance } from './app/live-guidance';
import { ANY_PACE, type Pace } from './app/pace';
import type { Clock, Log, Messenger, Store } from './app/ports';
import { createSessions } from './app/sessions';
import type { Surroundings } from './app/surroundings';
import { createSameQuestion } from './core/cases/same-question';
import { explain } from './core/conversation/explain';
import { createDraftReader } from './core/conversation/read-draft';
import type { Speaker } from './core/conversation/speaker';
import { createTriage } from './core/conversation/triage';
import { createCalmer } from './core/draft/calmer-draft';
import { createDraftCheck } from './core/draft/check-draft';
import { createDraftReading } from './core/draft/draft-reading';
import { createGuidanceReader } from './core/guidance/read-guidance';
import { inTurns } from './core/steps';
import { pause } from './pause';
import { type Understanding, understand } from './understanding';

/** What the assistant acts through; everything else it knows from the speaker. */
export type Means = {
  readonly speaker: Speaker;
  /** What was built from the speaker's knowledge already, for councils that share it; built here if left out. */
  readonly understanding?: Understanding;
  readonly store: Store;
  readonly messenger: Messenger;
  readonly wakeDelivery: () => void;
  readonly log: Log;
  /** How fast one person may go on; as fast as they like when left out. */
  readonly pace?: Pace;
  /** The machine's when left out. */
  readonly clock?: Clock;
};

export type Assembled = {
  readonly assistant: Assistant;
  readonly checkDraft: Surroundings['checkDraft'];
  /** Each step from the words of a message to what is done about it, in plain sentences. */
  readonly explain: (text: string) => Promise<readonly string[]>;
};

/** Puts the assistant together from what it knows and what it acts through. */
export function assemble(means: Means): Assembled {
  const { speaker, store, messenger, wakeDelivery, log } = means;
  const { knowledge, council } = speaker;
  const clock = means.clock ?? Date.now;
  const { matching, signals } = means.understanding ?? understand(knowledge);
  const { rules } = knowledge;
  const read = createDraftReading(signals, council);
  const weights = knowledge.trained?.draftCheck;
  const check = createDraftCheck({ rules, read, lexicon: matching.lexicon, ...(weights && { weights }) });
  const checkDraft: Surroundings['checkDraft'] = (...draft) => inTurns(check(...draft), pause);
  const calm = createCalmer(rules, read, check);
  const readDraft = createDraftReader(knowledge.trained?.drafts);
  const triage = createTriage(knowledge.urgent, knowledge.figurative, matching);
  const assistant = createAssistant({
    speaker,
    find: matching.find,
    guidance: createLiveGuidance(store.guidance, createGuidanceReader(matching), pause),
    readDraft,
    triage,
    checkDraft,
    calmDraft: (...draft) => inTurns(calm(...draft), pause),
    sameQuestion: createSameQuestion(matching.lexicon),
    store,
    sessions: createSessions(council.draftMinutes, clock),
    pace: means.pace ?? ANY_PACE,
    messenger,
    wakeDelivery,
    pause,
    clock,
    newId: () => randomBytes(16).toString('base64url'),
    log,
  });
  return {
    assistant,
    checkDraft,
    explain: (text) => explain(text, { matching, readDraft, triage, speaker }),
  };
}
