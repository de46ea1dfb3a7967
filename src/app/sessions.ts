import type { CaseDesk, CaseReason } from '../core/cases/case';
import type { DraftCheck, Platform } from '../core/draft/draft';
import type { Clock } from './ports';

/** What one person's conversation is about right now. Held in memory only and never written anywhere. */
export type Session = {
  /** The last question, as it was typed. */
  readonly question?: string;
  /** The last draft that was checked. */
  readonly draft?: string;
  /** What was found in it. */
  readonly check?: DraftCheck;
  /** The message that holds it, and where it is to be posted. */
  readonly message?: string;
  readonly platform?: Platform;
  /** Passages shown with it, best first. */
  readonly nearest?: readonly string[];
  readonly reason?: CaseReason;
  /** What the next message is taken for. */
  readonly awaiting?: 'draft';
  /** Passages that were offered, so that "2" can be typed. */
  readonly choices?: readonly string[];
  /** The consent card that is open, so that "send" can be typed. */
  readonly consent?: Consent;
};

/** What a consent card offers to send. */
export type Consent = {
  readonly requestId: string;
  readonly reason: CaseReason;
  readonly desk: CaseDesk;
  /** The councillor has said that it is not about the clerk. */
  readonly cleared?: true;
  /** The councillor's name is not to be shown. */
  readonly nameless?: true;
  readonly wanted?: 'today' | 'this_week';
  readonly question: string;
  readonly draft?: string;
  /** Passages shown with the question, best first; looked up when it is sent if none were. */
  readonly nearest?: readonly string[];
};

export type Sessions = {
  readonly get: (key: string) => Session;
  readonly set: (key: string, session: Session) => void;
  readonly forget: (key: string) => void;
  /** Forgets every session whose key is one of those meant. */
  readonly forgetThose: (isMeant: (key: string) => boolean) => void;
};

/** Sessions that are forgotten `minutes` after they were last written. Reading never returns one that is older. */
export function createSessions(minutes: number, clock: Clock): Sessions {
  const kept = new Map<string, { readonly session: Session; readonly until: number }>();
  return {
    get: (key) => {
      const found = kept.get(key);
      return found && found.until > clock() ? found.session : {};
    },
    set: (key, session) => {
      const now = clock();
      for (const [old, { until }] of kept) {
        if (until > now) break;
        kept.delete(old);
      }
      kept.delete(key);
      kept.set(key, { session, until: now + minutes * 60_000 });
    },
    forget: (key) => {
      kept.delete(key);
    },
    forgetThose: (isMeant) => {
      for (const key of kept.keys()) if (isMeant(key)) kept.delete(key);
    },
  };
}
