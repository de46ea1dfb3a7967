import type { Speaker } from '../conversation/speaker';
import type { FigureKind } from './report';

/** What a figure counts, in words. A rule or topic that the council's files no longer name is shown by its id. */
export function figureTitle(kind: FigureKind, key: string, speaker: Speaker): string {
  return TITLES[kind](key, speaker);
}

const TITLES: { readonly [kind in FigureKind]: (key: string, speaker: Speaker) => string } = {
  passage: (key) => key,
  topic: (key, { knowledge, say }) => {
    const title = knowledge.topics.find(({ id }) => id === key)?.title;
    return key === 'other' ? say('report_other') : title === undefined ? key : capital(title);
  },
  rule: (key, { knowledge }) => knowledge.rules.find(({ id }) => id === key)?.name ?? key,
  card: fromWording,
  draft: fromWording,
  reason: (key, { say }) => say(`reason_${key}`),
  reply: fromWording,
};

function fromWording(key: string, { say }: Speaker): string {
  return say(`report_${key.replaceAll('-', '_')}`);
}

function capital(title: string): string {
  return title.charAt(0).toUpperCase() + title.slice(1);
}
