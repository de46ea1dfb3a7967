import { join } from 'node:path';
import { loadKnowledge } from './knowledge';
import { trainKnowledge } from './train-knowledge';
import { writeTrained } from './trained-file';

const folder = join(__dirname, '..', 'knowledge');
const knowledge = loadKnowledge(folder);
const trained = trainKnowledge(knowledge);
writeTrained(join(folder, 'trained.bin'), knowledge, trained);
process.stdout.write(
  `knowledge/trained.bin: ${trained.subjects.classes} classes, ${trained.subjects.features} features\n`,
);
