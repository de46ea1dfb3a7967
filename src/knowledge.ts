import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { readDraftRules } from './core/draft/read-draft-rules';
import type { Knowledge } from './core/known';
import { URGENT_IDS } from './core/match/urgency';
import type { Passage, Policy } from './core/model';
import { createPlacer, type Place } from './core/policy/create-placer';
import { type Cut, cutPassages } from './core/policy/cut-passages';
import type { PolicyDocument } from './core/policy/document';
import { findUncovered, type LineRange } from './core/policy/find-uncovered';
import { readDocument } from './core/policy/read-document';
import { type Asking, readAsking } from './read-asking';
import { readLexicon } from './read-lexicon';
import { readText, textFiles } from './read-text-file';
import { type Read, readYaml } from './read-yaml';
import { fingerprintOfTrainingData } from './training-data';

/** What the folder says about the policy itself and about how people ask. */
export type PolicyKnowledge = Pick<Knowledge, 'policy' | 'topics' | 'talks' | 'urgentWays' | 'lexicon' | 'rules'> & {
  /** Changes with what only training reads. */
  readonly trainingFingerprint: string;
};

const LONGEST_SUMMARY = 20;
/** Ways of speaking that help to tell messages apart and get no reply of their own. */
const WITHOUT_REPLY = ['draft-lead', 'follow-up'];
/** The files of the folder asking that are not about passages. */
const OTHER_FILES = ['uncovered.txt', 'talk.txt', 'urgent.txt'];

const words = z.string({ required_error: 'is missing' }).trim().min(1, 'is empty');
const summary = z
  .string({ required_error: `is missing. Write one plain line of at most ${LONGEST_SUMMARY} words` })
  .trim()
  .min(1, `is empty. Write one plain line of at most ${LONGEST_SUMMARY} words`)
  .refine(
    (line) => line.split(/\s+/u).length <= LONGEST_SUMMARY,
    `is longer than ${LONGEST_SUMMARY} words. Shorten it`,
  );
const passagesFile = z.array(
  z
    .object({
      id: words,
      heading: words,
      begins: words,
      fingerprint: z.string().default(''),
      summary,
      for_page_users: z.boolean().default(false),
    })
    .strict(),
);
const topicsFile = z.array(z.object({ id: words, title: words, nearest: z.array(words) }).strict());
const commands = z.enum(['rules', 'golden rule', 'abuse', 'check', 'ask clerk', 'my cases', 'privacy', 'help']);
const talksFile = z.array(
  z
    .object({ id: words, note: words.optional(), command: commands.optional() })
    .strict()
    .refine((talk) => (talk.note === undefined) !== (talk.command === undefined), 'needs either a note or a command'),
);
type Entries = Read<readonly { readonly id: string }[]>;
type Annotations = Read<z.infer<typeof passagesFile>>;

/** What is learned from, so that only training and a folder without a trained file need it. */
type Learned = {
  readonly passageWays: Asking;
  readonly topicWays: Asking;
  readonly talkWays: Asking;
  readonly urgentWays: Asking;
  readonly lexicon: Knowledge['lexicon'];
};

/**
 * Reads the folder of the policy, its annotations and the ways of asking, and checks them against each other.
 * Throws an error whose message says which file and line is wrong and what to do.
 */
export function loadKnowledge(folder: string): PolicyKnowledge {
  const entries = readEntries(folder);
  return knowledgeOf(folder, entries, readLearned(folder, entries));
}

/**
 * The same without ways of asking and without the lexicon, for a folder with a trained file, which has what was made of them: parsing
 * them would take half of the start. The fingerprint tells when they have changed, and training what is wrong with them.
 */
export function loadTrainedKnowledge(folder: string): PolicyKnowledge {
  return knowledgeOf(folder, readEntries(folder), undefined);
}

/** What can be asked for, each entry with its id. */
type AllEntries = {
  readonly passages: Annotations;
  readonly topics: Read<z.infer<typeof topicsFile>>;
  readonly talks: Read<z.infer<typeof talksFile>>;
};

function readEntries(folder: string): AllEntries {
  const passages = readYaml(join(folder, 'passages.yaml'), passagesFile);
  const topics = readYaml(join(folder, 'uncovered.yaml'), topicsFile);
  const talks = readYaml(join(folder, 'talk.yaml'), talksFile);
  for (const file of [passages, topics, talks]) refuseDuplicates(file);
  return { passages, topics, talks };
}

function readLearned(folder: string, { passages, topics, talks }: AllEntries): Learned {
  const asking = join(folder, 'asking');
  return {
    topicWays: readAsking(asking, ['uncovered.txt'], idsOf(topics)),
    talkWays: readAsking(asking, ['talk.txt'], [...idsOf(talks), ...WITHOUT_REPLY]),
    urgentWays: readAsking(asking, ['urgent.txt'], URGENT_IDS),
    passageWays: readAsking(asking, passageFiles(asking), idsOf(passages)),
    lexicon: readLexicon(join(folder, 'lexicon.txt')),
  };
}

function knowledgeOf(
  folder: string,
  { passages, topics, talks }: AllEntries,
  learned: Learned | undefined,
): PolicyKnowledge {
  refuseUnknownNearest(topics, idsOf(passages));
  return {
    policy: buildPolicy(join(folder, 'social-media-policy.txt'), passages, learned?.passageWays),
    topics: topics.value.map((topic, at) => ({ ...topic, ways: waysOf(topics, at, learned?.topicWays) })),
    talks: talks.value.map(({ id, note, command }, at) => ({
      id,
      reply: command ? { kind: 'command', command } : { kind: 'note', text: note ?? '' },
      ways: waysOf(talks, at, learned?.talkWays),
    })),
    rules: readRules(join(folder, 'draft-rules.yaml'), idsOf(passages)),
    lexicon: learned?.lexicon ?? {},
    urgentWays: Object.fromEntries(URGENT_IDS.map((id) => [id, learned?.urgentWays.get(id) ?? []])),
    trainingFingerprint: fingerprintOfTrainingData(folder),
  };
}

function readRules(path: string, passages: readonly string[]): Knowledge['rules'] {
  const rules = readYaml(path, z.unknown().transform(readDraftRules)).value;
  for (const rule of rules)
    for (const id of rule.cites)
      if (!passages.includes(id))
        throw new Error(`draft-rules.yaml: the rule "${rule.id}" cites "${id}", which is no passage.`);
  return rules;
}

function idsOf({ value }: Entries): readonly string[] {
  return value.map(({ id }) => id);
}

function refuseDuplicates(file: Entries): void {
  const ids = idsOf(file);
  const again = ids.findIndex((id, at) => ids.indexOf(id) < at);
  if (again >= 0) throw file.error([again, 'id'], `the id "${ids[again]}" is used twice. Give each entry its own id.`);
}

function refuseUnknownNearest(topics: Read<z.infer<typeof topicsFile>>, known: readonly string[]): void {
  for (const [at, { nearest }] of topics.value.entries()) {
    const place = nearest.findIndex((id) => !known.includes(id));
    if (place < 0) continue;
    const sentence = `no passage has the id "${nearest[place]}". Use an id from passages.yaml, or remove it.`;
    throw topics.error([at, 'nearest', place], sentence);
  }
}

/** Every file of the folder that is not about topics, talk or danger holds ways of asking for passages. */
function passageFiles(asking: string): readonly string[] {
  return textFiles(asking).filter((name) => !OTHER_FILES.includes(name));
}

function waysOf(file: Entries, at: number, asking: Asking | undefined): readonly string[] {
  if (!asking) return [];
  const id = file.value[at]?.id ?? '';
  const ways = asking.get(id) ?? [];
  if (ways.length > 0) return ways;
  throw file.error(
    [at, 'id'],
    `"${id}" has no ways of asking. Write some under "[${id}]" in a file of the folder asking.`,
  );
}

function buildPolicy(path: string, annotations: Annotations, asking: Asking | undefined): Policy {
  const document = readDocument(readText(path));
  if (document.blocks.length === 0)
    throw new Error(`${path}, line 1: no text stands below a heading. Put the words of your council's policy there.`);
  const cuts = cutPassages(document, placeAll(document, annotations));
  refuseChangedWords(annotations, cuts);
  refuseUncovered(path, findUncovered(document, cuts));
  const passages = cuts.map((cut, at): Passage => {
    const { id = '', summary = '', for_page_users: forPageUsers = false } = annotations.value[at] ?? {};
    return { id, ...cut, summary, ways: waysOf(annotations, at, asking), forPageUsers };
  });
  const { title, source, headingLinks, warnings } = document;
  return {
    title,
    source,
    passages: passages.sort((a, b) => a.span.start - b.span.start),
    headingLinks,
    warnings,
  };
}

function placeAll(document: PolicyDocument, annotations: Annotations): readonly Place[] {
  const place = createPlacer(document);
  const starts = new Map<number, string>();
  return annotations.value.map((annotation, at) => {
    const found = place(annotation);
    if (found.kind === 'problem') throw annotations.error([at, found.part], found.sentence);
    const first = starts.get(found.unit.start);
    if (first !== undefined)
      throw annotations.error([at, 'begins'], `"${first}" begins at the same place. Remove one of the two.`);
    starts.set(found.unit.start, annotation.id);
    return found;
  });
}

function refuseChangedWords(annotations: Annotations, cuts: readonly Cut[]): void {
  for (const [at, { text }] of cuts.entries()) {
    const fingerprint = fingerprintOf(text);
    if (annotations.value[at]?.fingerprint === fingerprint) continue;
    const sentence = `the passage changed under its annotations: read it again, then set fingerprint to "${fingerprint}".`;
    throw annotations.error([at, 'fingerprint'], sentence);
  }
}

/** The first 12 hex digits of the SHA-256 of a passage's words. Windows line ends count as plain ones, so that a copied file still fits. */
function fingerprintOf(text: string): string {
  return createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex').slice(0, 12);
}

function refuseUncovered(path: string, [range]: readonly LineRange[]): void {
  if (!range) return;
  const lines = range.first === range.last ? `line ${range.first} has` : `lines ${range.first} to ${range.last} have`;
  throw new Error(`${path}: ${lines} no entry in passages.yaml. Add one for each thing that is said there.`);
}
