import type { Case, CaseReason } from '../core/cases/case';
import { mayBeJoined } from '../core/cases/change-case';
import { aboutClerkReply, consentReply, notLinkedReply } from '../core/cases/consent-replies';
import { receiptReply } from '../core/cases/councillor-replies';
import { chat } from '../core/conversation/card-replies';
import { explainShortly } from '../core/conversation/explain';
import { speaksOfClerk } from '../core/conversation/speaks-of-clerk';
import type { Match } from '../core/model';
import type { Turn } from '../core/reply';
import { planCase } from './plan-case';
import type { ClerkChannel } from './ports';
import type { Consent } from './sessions';
import { personOf, type Surroundings, type Visit } from './surroundings';

/** Shows exactly what would be sent and who could read it. Nothing leaves here. */
export async function previewCase(visit: Visit, typed: string, given: Surroundings): Promise<Turn> {
  const { speaker, newId } = given;
  const { session } = visit;
  const reason: CaseReason = typed ? 'asked_for' : (session.reason ?? 'asked_for');
  const drafted = session.draft === undefined ? '' : speaker.say('draft_question');
  const question = reason === 'urgent' ? speaker.say('urgent_question') : typed || session.question || drafted;
  const { draft, nearest } = session;
  const desk = isAboutClerk([question, draft, session.question], given) ? 'alternate' : 'clerk';
  const consent: Consent = {
    requestId: newId(),
    reason,
    desk,
    question,
    ...(draft !== undefined && { draft }),
    ...(nearest && !typed && reason !== 'urgent' && { nearest }),
  };
  return showConsent(visit, consent, given);
}

/** "This is not about the clerk": the same, for the clerk's channel after all. */
export async function previewForClerk(visit: Visit, given: Surroundings): Promise<Turn> {
  const { consent } = visit.session;
  if (!consent) return previewCase(visit, '', given);
  return showConsent(visit, { ...consent, desk: 'clerk', cleared: true }, given);
}

/** The councillor pressed "send": saves the case with its outgoing message, then says so. Pressing twice sends once. */
export async function sendCase(visit: Visit, sending: Consent, given: Surroundings): Promise<Turn> {
  const { store, speaker, sessions, pace, clock, newId, wakeDelivery } = given;
  const { requestId, reason, desk } = sending;
  const question = sending.question.trim();
  const draft = sending.draft?.trim();
  if (!question) return chat(speaker.note('ask_empty'));
  // What is in the boxes now may be about the clerk, though it was not when the card was shown.
  if (desk === 'clerk' && !sending.cleared && isAboutClerk([question, draft], given))
    return showConsent(visit, { ...sending, desk: 'alternate' }, given);
  if (reason !== 'urgent' && !pace.newCase(personOf(visit), requestId)) {
    sessions.set(visit.key, { ...visit.session, reason, consent: sending });
    return chat(speaker.note('too_many_cases', { typed: draft ? 'send both' : 'send' }));
  }
  const at = clock();
  // Words that ask for help in danger are not about a passage.
  const matches = reason === 'urgent' ? [] : await given.find(question);
  const soundsLike = explainShortly(matches, speaker);
  const due = speaker.office.due(at)?.overdueAt;
  if (desk === 'alternate' && speaker.council.alternate?.id === undefined) return escalated(aboutClerkReply(speaker));
  if (desk === 'clerk' && !(await store.desk.clerkChannel(visit.tenant))) return escalated(notLinkedReply(speaker));
  const opened = await store.cases.open(
    {
      id: newId(),
      tenant: visit.tenant,
      requestId,
      reason,
      desk,
      councillor: visit.from,
      ...(sending.nameless && { nameless: true }),
      councillorAddress: visit.address,
      question,
      ...(draft && { draft }),
      about: draft ? aboutDraft(visit, sending, draft) : wantedOf(sending),
      nearest: sending.nearest ?? nearestOf(matches),
      ...(soundsLike && { soundsLike }),
      ...(due !== undefined && { due }),
    },
    { at, joins: joinsWith(visit, { ...sending, question }, given), plan: (saved) => planCase(saved, speaker.office) },
  );
  // The number of a request proves nothing: a card can be forged, and another councillor's case does not exist here.
  if (opened.case.councillor.id !== visit.from.id) return chat(speaker.note('no_such_case'));
  wakeDelivery();
  sessions.set(visit.key, {});
  return escalated(receiptReply(opened.case, speaker));
}

/** Shows what would be sent, and remembers it, so that "send" can be typed. */
async function showConsent(visit: Visit, consent: Consent, given: Surroundings): Promise<Turn> {
  const { store, speaker, sessions } = given;
  const { alternate } = speaker.council;
  sessions.set(visit.key, { ...visit.session, reason: consent.reason, consent });
  if (consent.desk === 'alternate') {
    if (alternate?.id === undefined) return escalated(aboutClerkReply(speaker));
    const readers = speaker.say('readers_alternate', { name: alternate.name, title: alternate.title });
    return escalated(consentReply({ ...consent, name: visit.from.name, readers }, speaker));
  }
  const channel = await store.desk.clerkChannel(visit.tenant);
  if (!channel) return escalated(notLinkedReply(speaker));
  const readers = await readersOf(channel, given);
  return escalated(consentReply({ ...consent, name: visit.from.name, readers }, speaker));
}

/** Who can read the clerk's channel right now; the listed clerks, when the roster cannot be had. */
async function readersOf(channel: ClerkChannel, { messenger, speaker }: Surroundings): Promise<string> {
  const members = await messenger.membersOf(channel.address);
  if (members.length === 0)
    return speaker.say('readers', { names: speaker.council.clerks.map((clerk) => clerk.name).join(', ') });
  const names = members.map((member) => member.name).join(', ');
  return speaker.say('readers_counted', { count: String(members.length), names });
}

function isAboutClerk(texts: readonly (string | undefined)[], { speaker }: Surroundings): boolean {
  return speaksOfClerk(texts, speaker.council);
}

function wantedOf({ wanted }: Consent): Case['about'] {
  return wanted ? { wanted } : {};
}

/** Where the draft would go, and what was marked in it when it was checked. */
function aboutDraft({ session }: Visit, sending: Consent, draft: string): Case['about'] {
  const marked = session.draft?.trim() === draft ? (session.check?.findings ?? []) : [];
  const flags = marked.map(({ rule, start, end }) => ({ rule, words: (session.draft ?? '').slice(start, end) }));
  return {
    ...wantedOf(sending),
    ...(session.platform && { platform: session.platform }),
    ...(flags.length > 0 && { flags }),
  };
}

/** A question that another councillor has just asked is answered together with theirs. A draft or a cry for help stands by itself. */
function joinsWith(visit: Visit, { question, reason, draft }: Consent, { sameQuestion }: Surroundings) {
  if (draft || reason === 'urgent') return () => false;
  return (waiting: Case) =>
    waiting.councillor.id !== visit.from.id &&
    mayBeJoined(waiting) &&
    waiting.draft === undefined &&
    waiting.reason !== 'urgent' &&
    sameQuestion(waiting.question, question);
}

function nearestOf(matches: readonly Match[]): readonly string[] {
  return matches.flatMap((match) => (match.kind === 'passage' ? [match.passage.id] : [])).slice(0, 1);
}

function escalated(reply: Turn['reply']): Turn {
  return { outcome: 'escalate', confidence: 1, passages: [], reply };
}
