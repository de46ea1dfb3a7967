import { join } from 'node:path';
import { train } from './core/match/train';
import { loadKnowledge } from './knowledge';
import { writeTrainedWeights } from './trained-weights';

const folder = join(__dirname, '..', 'knowledge');
const knowledge = loadKnowledge(folder);
const trained = train(knowledge);
writeTrainedWeights(join(folder, 'trained.gz'), knowledge, trained);
process.stdout.write(
  `knowledge/trained.gz: ${trained.subjects.classes} classes, ${trained.subjects.features} features\n`,
);
