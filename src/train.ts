import { join, resolve } from 'node:path';
import { loadKnowledge } from './knowledge';
import { trainKnowledge } from './train-knowledge';
import { writeTrained } from './trained-file';
import { readTrainingData } from './training-data';

/** `train` makes `knowledge/trained.bin`; `train FOLDER` does the same for a council's own folder of knowledge. */
const [named] = process.argv.slice(2);
const folder = named === undefined ? join(__dirname, '..', 'knowledge') : resolve(named);
const knowledge = loadKnowledge(folder);
const trained = trainKnowledge(knowledge, readTrainingData(folder, knowledge.rules));
writeTrained(join(folder, 'trained.bin'), knowledge, trained);
process.stdout.write(
  `${join(folder, 'trained.bin')}: ${trained.subjects.classes} classes, ${trained.subjects.features} features\n`,
);
