import { createHash, type Hash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { MarkedMessage } from './core/conversation/train-draft-finder';
import type { LabelledDraft } from './core/draft/draft';
import type { UrgentTexts } from './core/match/train';
import { URGENT_IDS } from './core/match/urgency';
import { readAsking } from './read-asking';
import { readDraftExamples } from './read-draft-examples';
import { readDrafts } from './read-drafts';
import { requireFile, textFiles } from './read-text-file';

/** What only training reads, so that no start waits for it. */
export type TrainingData = {
  /** Messages from which it is learned where a draft stands in a message. */
  readonly drafts: readonly MarkedMessage[];
  /** Drafts from which it is learned what breaks the rules. */
  readonly draftExamples: readonly LabelledDraft[];
  /** Messages from which it is learned what tells of danger and what only sounds so, by level. They are nobody's way of asking. */
  readonly urgentExamples: UrgentTexts;
};

const ASKING = 'asking';
const LEXICON = 'lexicon.txt';
const DRAFTS = 'drafts.txt';
const DRAFT_EXAMPLES = 'draft-examples';
const URGENT_EXAMPLES = 'urgent-examples';
/** What is learned from. */
const FOLDERS = [ASKING, DRAFT_EXAMPLES, URGENT_EXAMPLES];
const FILES = [DRAFTS, LEXICON];
const CHUNK = 65_536;
const CARRIAGE_RETURN = 13;

/** Reads it from a folder of knowledge, with the ids of its rules. Throws a sentence with file and line for what does not fit. */
export function readTrainingData(folder: string, rules: readonly { readonly id: string }[]): TrainingData {
  const urgent = join(folder, URGENT_EXAMPLES);
  return {
    drafts: readDrafts(join(folder, DRAFTS)),
    draftExamples: readDraftExamples(
      join(folder, DRAFT_EXAMPLES),
      rules.map(({ id }) => id),
    ),
    urgentExamples: Object.fromEntries(readAsking(urgent, textFiles(urgent), URGENT_IDS)),
  };
}

/**
 * Changes with every byte of it, and of the ways of asking and the lexicon, but Windows line ends. One buffer takes all in turn, and the
 * hash is the quickest that Node has, since it guards against mistakes and not against people: ten megabytes take ten milliseconds.
 */
export function fingerprintOfTrainingData(folder: string): string {
  const hash = createHash('sha1');
  const buffer = Buffer.allocUnsafe(CHUNK);
  for (const name of FOLDERS) {
    const within = join(folder, name);
    for (const file of textFiles(within)) addFile(hash, join(within, file), buffer);
  }
  for (const name of FILES) addFile(hash, join(folder, name), buffer);
  return hash.digest('hex');
}

function addFile(hash: Hash, path: string, buffer: Buffer): void {
  requireFile(path);
  const file = openSync(path, 'r');
  try {
    for (let length = readSync(file, buffer); length > 0; length = readSync(file, buffer)) {
      const read = buffer.subarray(0, length);
      hash.update(read.includes(CARRIAGE_RETURN) ? read.filter((byte) => byte !== CARRIAGE_RETURN) : read);
    }
  } finally {
    closeSync(file);
  }
}
