import { type Speaker, sectionOf } from '../conversation/speaker';
import type { Field, Reply } from '../reply';
import { ukDate } from '../uk-date';
import type { PersonalDetail } from './find-personal-details';
import type { GuidanceWords } from './guidance';
import { markOf } from './mark-of';
import type { GuidancePreview } from './preview-guidance';
import { reviewDays } from './review-days';

/** Saved advice as it stands in the boxes of its form, before it is saved. */
export type GuidanceForm = GuidanceWords & {
  readonly id: string;
  /** Missing while nothing has been saved. */
  readonly reference?: string;
  /** The stored version that was changed here; 0 while nothing has been saved. */
  readonly version: number;
  readonly caseId?: string;
  /** The marks of words of which the clerk has said that they are not personal. */
  readonly confirmed: readonly string[];
};

/** What the form says besides its boxes. */
export type FormNews = {
  readonly news?: string;
  /** Words that may be personal, and of what kind. */
  readonly blocked?: readonly { readonly kind: PersonalDetail['kind']; readonly words: string }[];
  readonly preview?: GuidancePreview;
  /** A draft may be saved: nothing that councillors see stands in its place. */
  readonly mayDraft: boolean;
  /** Ids of passages to choose from. */
  readonly passages: readonly string[];
  readonly today: string;
};

const MOST_EXAMPLES = 3;

/** The form with its boxes filled, what may be personal in it, and what publishing it would change. */
export function guidanceFormReply(form: GuidanceForm, said: FormNews, speaker: Speaker): Reply {
  const { news, blocked = [], preview, mayDraft, today } = said;
  const [way1 = '', way2 = ''] = form.ways;
  return speaker.reply('guidance-form', {
    title: form.reference
      ? speaker.say('guidance_form_change', { reference: form.reference })
      : speaker.say('guidance_form_new'),
    news: news ?? null,
    blocked: blocked.map(({ kind, words }) => ({ kind: speaker.say(`personal_${kind}`), words })),
    isBlocked: blocked.length > 0,
    previewed: preview !== undefined && blocked.length === 0,
    changes: preview ? changesOf(preview, speaker) : [],
    mayDraft: mayDraft && blocked.length === 0,
    question: form.question,
    way1,
    way2,
    answer: form.answer,
    passages: [{ id: 'none', title: speaker.say('guidance_no_passage') }, ...passagesOf(form, said, speaker)],
    passageId: form.passage ?? 'none',
    reviews: [...new Set([...reviewDays(today), form.reviewOn])].sort().map((day) => ({ id: day, title: ukDate(day) })),
    reviewOn: form.reviewOn,
    id: form.id,
    version: form.version,
    caseId: form.caseId ?? '',
    confirmed: [...form.confirmed, ...blocked.map(({ words }) => markOf(words))].join(' '),
    before: form.confirmed.join(' '),
  });
}

function changesOf({ answered, below, changed }: GuidancePreview, speaker: Speaker): readonly Field[] {
  return [
    { line: 'guidance_answers', questions: answered },
    { line: 'guidance_below', questions: below },
    { line: 'guidance_changes', questions: changed },
  ].map(({ line, questions }) => ({
    line: speaker.say(line, { count: String(questions.length) }),
    examples: questions.slice(0, MOST_EXAMPLES).map((asked) => ({ asked })),
  }));
}

function passagesOf({ passage }: GuidanceForm, { passages }: FormNews, speaker: Speaker): readonly Field[] {
  return [...new Set([...(passage === undefined ? [] : [passage]), ...passages])].flatMap((id) => {
    const found = speaker.passage(id);
    return found ? [{ id, title: `${sectionOf(found).split(' > ').at(-1) ?? ''}: ${found.summary}` }] : [];
  });
}
