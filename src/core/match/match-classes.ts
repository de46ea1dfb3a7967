import type { Knowledge } from '../known';
import type { Target } from '../model';
import type { MatchClass } from './match-index';

/** What one class of the contest stands for. An urgent level, or figurative speech that only looks like one, is no target of an answer. */
export type ClassMeaning = Target | { readonly kind: 'urgent'; readonly level: string };

export type NamedClass = MatchClass & { readonly meaning: ClassMeaning };

/** The part of the knowledge that matching works on. */
export type MatchKnowledge = Pick<Knowledge, 'policy' | 'topics' | 'talks' | 'urgentWays' | 'lexicon'>;

/** All classes of the contest in a fixed order: passages, uncovered topics, kinds of talk, urgent levels and figurative speech. */
export function matchClasses(knowledge: MatchKnowledge): readonly NamedClass[] {
  const { policy, topics, talks, urgentWays } = knowledge;
  return [
    ...policy.passages.map((passage) => ({
      meaning: { kind: 'passage' as const, passage },
      ways: [...passage.ways, passage.summary],
      heading: passage.headings.slice(1).join(' '),
      body: passage.text,
    })),
    ...topics.map((topic) => ({
      meaning: { kind: 'topic' as const, topic },
      ways: [...topic.ways, topic.title],
      heading: '',
      body: '',
    })),
    ...talks.map((talk) => ({ meaning: { kind: 'talk' as const, talk }, ways: talk.ways, heading: '', body: '' })),
    ...Object.entries(urgentWays).map(([level, ways]) => ({
      meaning: { kind: 'urgent' as const, level },
      ways,
      heading: '',
      body: '',
    })),
  ];
}
