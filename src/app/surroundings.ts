import type { SameQuestion } from '../core/cases/same-question';
import type { ReadDraft } from '../core/conversation/read-draft';
import type { Speaker } from '../core/conversation/speaker';
import type { Triage } from '../core/conversation/triage';
import type { CalmerDraft, Circumstance, DraftCheck } from '../core/draft/draft';
import type { Message, Person, Press, Search } from '../core/model';
import type { Turn } from '../core/reply';
import type { Pause } from '../core/steps';
import type { LiveGuidance } from './live-guidance';
import type { Pace } from './pace';
import type { Clock, Finder, Log, Messenger, NewId, Store } from './ports';
import type { Session, Sessions } from './sessions';

/** Everything that the application was given. */
export type Surroundings = {
  readonly speaker: Speaker;
  readonly find: Finder;
  readonly guidance: LiveGuidance;
  readonly triage: Triage;
  readonly readDraft: ReadDraft;
  readonly checkDraft: (draft: string, circumstances?: readonly Circumstance[]) => Promise<DraftCheck>;
  readonly calmDraft: (draft: string, checked: DraftCheck) => Promise<CalmerDraft | undefined>;
  readonly sameQuestion: SameQuestion;
  readonly store: Store;
  readonly sessions: Sessions;
  readonly pace: Pace;
  readonly messenger: Messenger;
  /** Tells the delivery that something is due now. */
  readonly wakeDelivery: () => void;
  /** Lets others have their turn in the midst of long work. */
  readonly pause: Pause;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly log: Log;
};

/** One person's visit: who, where, and what their conversation is about. */
export type Visit = Pick<Message, 'tenant' | 'conversation' | 'scope' | 'from' | 'address'> & {
  readonly key: string;
  readonly session: Session;
};

export function visitOf(source: Message | Press | Search, sessions: Sessions): Visit {
  const { tenant, conversation, scope, from, address } = source;
  const key = sessionKey(tenant, conversation, from);
  return { tenant, conversation, scope, from, address, key, session: sessions.get(key) };
}

/** One person wherever they write, for what is counted. */
export function personOf({ tenant, from }: Visit): string {
  return JSON.stringify([tenant, from.id]);
}

/** Whether a session is this person's, wherever they wrote: a dialog has one of its own. */
export function isSessionOf({ tenant, from }: Visit, key: string): boolean {
  const [council, conversation = ''] = JSON.parse(key) as readonly string[];
  return council === tenant && key === sessionKey(tenant, conversation, from);
}

function sessionKey(tenant: string, conversation: string, person: Person): string {
  return JSON.stringify([tenant, conversation, person.id]);
}

/** Does something for a visit and says what to reply. `rest` is what followed the command or was typed into the card. */
export type Handler = (visit: Visit, rest: string, given: Surroundings) => Promise<Turn>;
