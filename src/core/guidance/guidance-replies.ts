import { type Speaker, sectionOf } from '../conversation/speaker';
import type { Field, Reply } from '../reply';
import { ukDate } from '../uk-date';
import { ukDay } from '../uk-time';
import type { Guidance } from './guidance';

const MOST_LISTED = 5;

/** Saved answers, or those that match some words; `found` says what they have in common. */
export function guidanceListReply(
  { found, all, today }: { readonly found: readonly Guidance[]; readonly all: number; readonly today: string },
  speaker: Speaker,
): Reply {
  if (found.length === 0) return speaker.note(all === 0 ? 'no_guidance' : 'no_guidance_found');
  const shown = found.slice(0, MOST_LISTED);
  return speaker.reply('guidance-list', {
    entries: shown.map((one) => ({
      reference: one.reference,
      stateText: stateOf(one, today, speaker),
      asked: one.question,
      id: one.id,
    })),
    more: shown.length < all ? speaker.say('guidance_more', { shown: String(shown.length), count: String(all) }) : null,
  });
}

/** One saved answer as the clerks see it. `news` says what has just happened to it; `history` holds its versions, newest first, when they are asked for. */
export function guidanceEntryReply(
  {
    entry,
    today,
    news,
    history = [],
  }: {
    readonly entry: Guidance;
    readonly today: string;
    readonly news?: string;
    readonly history?: readonly Guidance[];
  },
  speaker: Speaker,
): Reply {
  const passage = entry.passage === undefined ? undefined : speaker.passage(entry.passage);
  return speaker.reply('guidance-entry', {
    id: entry.id,
    reference: entry.reference,
    stateText: stateOf(entry, today, speaker),
    news: news ?? null,
    asked: entry.question,
    ways: entry.ways.map((text) => ({ text })),
    advice: entry.answer,
    section: passage ? sectionOf(passage) : null,
    by: speaker.say('guidance_by', { ...madeBy(entry), version: String(entry.version) }),
    review: speaker.say('guidance_review', { day: ukDate(entry.reviewOn) }),
    shown: entry.state === 'published',
    history: history.map((one) => ({ line: versionLine(one, speaker) })),
    earlier: history.slice(1).map((one): Field => ({ title: versionLine(one, speaker), id: String(one.version) })),
  });
}

function stateOf({ state, reviewOn }: Guidance, today: string, speaker: Speaker): string {
  const due = state === 'published' && reviewOn <= today;
  return speaker.say(due ? 'guidance_state_due' : `guidance_state_${state}`);
}

function versionLine(one: Guidance, speaker: Speaker): string {
  return speaker.say('guidance_version', {
    ...madeBy(one),
    version: String(one.version),
    state: speaker.say(`guidance_state_${one.state}`),
  });
}

function madeBy({ by, at }: Guidance) {
  return { name: by.name, day: ukDate(ukDay(at)) };
}
