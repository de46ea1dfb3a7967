import { readCouncil } from '../../../src/config';
import type { Guidance } from '../../../src/core/guidance/guidance';
import { createGuidanceReader } from '../../../src/core/guidance/read-guidance';
import { createMatching } from '../../../src/core/match/create-matching';
import { loadKnowledge } from '../../../src/load-knowledge';

export const COUNCIL = readCouncil('.', {});
const knowledge = loadKnowledge('knowledge', COUNCIL);
export const read = createGuidanceReader(createMatching(knowledge, knowledge));

/** A published answer of the clerk; its id is its reference. */
export function guidance(reference: string, question: string, changes: Partial<Guidance> = {}): Guidance {
  return {
    id: reference,
    tenant: 'council-1',
    reference,
    version: 1,
    state: 'published',
    question,
    ways: [],
    answer: `The answer of ${reference}.`,
    reviewOn: '2027-11-24',
    by: { id: 'clerk-1', name: 'Priya Shah' },
    at: 0,
    ...changes,
  };
}

export const FILMING = guidance('G-0001', 'May I film a council meeting from the public seats?', {
  ways: ['can I record the meeting on my phone', 'is videoing the council meeting allowed'],
});
export const PURDAH = guidance('G-0002', 'When does the pre-election period begin?', {
  ways: ['when does purdah start', 'what date does the pre-election period kick in'],
});
export const CAPTIONS = guidance('G-0003', 'Must my videos have captions?', {
  ways: ['do I have to put subtitles on a video'],
});
