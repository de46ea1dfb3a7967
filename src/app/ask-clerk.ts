import { consentReply, notLinkedReply, receiptReply } from '../core/cases/case-replies';
import { chat } from '../core/conversation/card-replies';
import { explainShortly } from '../core/conversation/explain';
import { speaksOfClerk } from '../core/conversation/speaks-of-clerk';
import type { CaseReason, Match, Turn } from '../core/model';
import type { ClerkChannel } from './ports';
import type { Consent } from './sessions';
import type { Surroundings, Visit } from './surroundings';

/** Shows exactly what would be sent and who could read it. Nothing leaves here. */
export async function previewCase(visit: Visit, typed: string, given: Surroundings): Promise<Turn> {
  const { store, speaker, newId } = given;
  const channel = await store.desk.clerkChannel(visit.tenant);
  if (!channel) return escalated(notLinkedReply(speaker));
  const { session } = visit;
  const reason: CaseReason = typed ? 'asked_for' : (session.reason ?? 'asked_for');
  const drafted = session.draft === undefined ? '' : speaker.say('draft_question');
  const question = reason === 'urgent' ? speaker.say('urgent_question') : typed || session.question || drafted;
  const { draft, nearest } = session;
  const consent = {
    requestId: newId(),
    reason,
    question,
    ...(draft !== undefined && { draft }),
    ...(nearest && !typed && reason !== 'urgent' && { nearest }),
  };
  return showConsent(visit, consent, { channel, given });
}

/** The councillor pressed "send": saves the case with its outgoing message, then says so. Pressing twice sends once. */
export async function sendCase(visit: Visit, sending: Consent, given: Surroundings): Promise<Turn> {
  const { store, speaker, sessions, clock, newId, wakeDelivery } = given;
  const { requestId, reason, draft } = sending;
  const question = sending.question.trim();
  const channel = await store.desk.clerkChannel(visit.tenant);
  if (!channel) return escalated(notLinkedReply(speaker));
  if (!question) return chat(speaker.note('ask_empty'));
  const { warned } = visit.session;
  if (warned !== requestId && speaksOfClerk([question, draft], speaker.council))
    return showConsent(visit, sending, { channel, given });
  // Words that ask for help in danger are not about a passage.
  const matches = reason === 'urgent' ? [] : await given.find(question);
  const soundsLike = explainShortly(matches, speaker);
  const opened = await store.cases.open(
    {
      id: newId(),
      tenant: visit.tenant,
      requestId,
      reason,
      councillor: visit.from,
      councillorAddress: visit.address,
      question,
      ...(draft?.trim() && { draft: draft.trim() }),
      nearest: sending.nearest ?? nearestOf(matches),
      ...(soundsLike && { soundsLike }),
    },
    clock(),
  );
  wakeDelivery();
  sessions.set(visit.key, warned === undefined ? {} : { warned });
  return escalated(receiptReply(opened.case, speaker));
}

/** Remembers what is offered, so that "send" can be typed, and that a warning about the clerk as reader was shown. */
async function showConsent(
  visit: Visit,
  consent: Consent,
  { channel, given }: { readonly channel: ClerkChannel; readonly given: Surroundings },
): Promise<Turn> {
  const { speaker, sessions } = given;
  const { session } = visit;
  const { requestId, reason, question, draft } = consent;
  const aboutClerk = speaksOfClerk([question, draft, session.question], speaker.council);
  sessions.set(visit.key, { ...session, reason, consent, ...(aboutClerk && { warned: requestId }) });
  const readers = await readersOf(channel, given);
  return escalated(
    consentReply(
      {
        ...consent,
        name: visit.from.name,
        readers: aboutClerk ? `${readers}. ${speaker.say('about_clerk')}` : readers,
      },
      speaker,
    ),
  );
}

/** Who can read the clerk's channel right now; the listed clerks, when the roster cannot be had. */
async function readersOf(channel: ClerkChannel, { messenger, speaker }: Surroundings): Promise<string> {
  const members = await messenger.membersOf(channel.address);
  if (members.length === 0)
    return speaker.say('readers', { names: speaker.council.clerks.map((clerk) => clerk.name).join(', ') });
  const names = members.map((member) => member.name).join(', ');
  return speaker.say('readers_counted', { count: String(members.length), names });
}

function nearestOf(matches: readonly Match[]): readonly string[] {
  return matches.flatMap((match) => (match.kind === 'passage' ? [match.passage.id] : [])).slice(0, 1);
}

function escalated(reply: Turn['reply']): Turn {
  return { outcome: 'escalate', confidence: 1, passages: [], reply };
}
