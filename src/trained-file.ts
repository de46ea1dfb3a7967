import { createHash } from 'node:crypto';
import { renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { MatchIndex, TextList } from './core/match/match-index';
import { startsOf } from './core/match/number-list';
import type { Trained } from './core/trained';
import type { PolicyKnowledge } from './knowledge';
import { readBytes } from './read-bytes';

/** A line of JSON, filled up with spaces to a multiple of four bytes, and behind it the numbers of every typed array in the order of `arrays`, each filled up likewise. */
type Head = {
  readonly fingerprint: string;
  readonly arrays: readonly { readonly kind: Kind; readonly length: number }[];
  /** The trained part with each typed array replaced by its place in `arrays`. */
  readonly trained: unknown;
};
/** Texts in one row of bytes: text `n` is bytes `starts[n]` to `starts[n + 1]`. Only those that are wanted are ever made into words. */
type StoredTexts = { readonly bytes: Uint8Array; readonly starts: Uint32Array };
type Stored = Omit<Trained, 'index'> & {
  readonly index: Omit<MatchIndex, 'texts'> & { readonly texts: StoredTexts };
};

const KINDS = { Uint32Array, Uint16Array, Uint8Array, Int8Array, Float32Array };
type Kind = keyof typeof KINDS;
type Numbers = InstanceType<(typeof KINDS)[Kind]>;
const NEWLINE = 10;
/** Another number for every change of what stands in the file, so that one from before is not taken for one of now. */
const LAYOUT = 4;

/**
 * Reads what was trained; undefined where there is no file. Throws a sentence when it was trained on another knowledge than the folder
 * holds now, or by another version of the program.
 */
export function readTrained(path: string, knowledge: PolicyKnowledge): Trained | undefined {
  const bytes = readBytes(path);
  return bytes && trainedFrom(path, knowledge, bytes);
}

/** The same from the bytes of the file. Throws likewise. */
export function trainedFrom(path: string, knowledge: PolicyKnowledge, bytes: Buffer<ArrayBuffer>): Trained {
  const head = headOf(path, bytes);
  if (head.fingerprint !== fingerprintOf(knowledge))
    throw new Error(
      `${path}: the knowledge or the program has changed since it was made. Run: npm run train -- ${dirname(path)}`,
    );
  return unpack(path, head, bytes);
}

function headOf(path: string, bytes: Buffer): Head {
  try {
    return JSON.parse(bytes.toString('utf8', 0, bytes.indexOf('\n') + 1));
  } catch (cause) {
    throw damaged(path, cause);
  }
}

function damaged(path: string, cause?: unknown): Error {
  return new Error(`${path}: this file is damaged. Run: npm run train -- ${dirname(path)}`, { cause });
}

function unpack(path: string, head: Head, bytes: Buffer<ArrayBuffer>): Trained {
  const size = head.arrays.reduce((sum, { kind, length }) => sum + padded(length * KINDS[kind].BYTES_PER_ELEMENT), 0);
  let place = bytes.indexOf('\n') + 1;
  if (place + size !== bytes.length) throw damaged(path);
  place += bytes.byteOffset;
  const arrays = head.arrays.map(({ kind, length }) => {
    const array = new KINDS[kind](bytes.buffer, place, length);
    place += padded(array.byteLength);
    return array;
  });
  const { index, ...others } = withArrays(head.trained, arrays) as Stored;
  return { ...others, index: { ...index, texts: readTexts(index.texts) } };
}

/** Puts each typed array where its place stands. A list holds none. */
function withArrays(value: unknown, arrays: readonly Numbers[]): unknown {
  if (isPlace(value)) return arrays[value.array];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withArrays(part, arrays)]));
}

export function writeTrained(path: string, knowledge: PolicyKnowledge, { index, ...others }: Trained): void {
  const arrays: Numbers[] = [];
  const stored: Stored = { ...others, index: { ...index, texts: storedTexts(index.texts) } };
  const replaced: unknown = JSON.parse(
    JSON.stringify(stored, (_, value: unknown) => {
      if (!ArrayBuffer.isView(value)) return value;
      arrays.push(value as Numbers);
      return { array: arrays.length - 1 };
    }),
  );
  const head: Head = {
    fingerprint: fingerprintOf(knowledge),
    arrays: arrays.map((array) => ({ kind: array.constructor.name as Kind, length: array.length })),
    trained: replaced,
  };
  const parts = arrays.map((array) => {
    const part = Buffer.alloc(padded(array.byteLength));
    part.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
    return part;
  });
  const line = Buffer.from(JSON.stringify(head));
  const filled = Buffer.alloc(padded(line.length + 1), ' ');
  filled.set(line);
  filled[filled.length - 1] = NEWLINE;
  // In one step, so that a start meanwhile reads the file from before.
  writeFileSync(`${path}.new`, Buffer.concat([filled, ...parts]));
  renameSync(`${path}.new`, path);
}

function storedTexts(texts: TextList): StoredTexts {
  const parts = Array.from({ length: texts.length }, (_, at) => Buffer.from(texts.at(at) ?? ''));
  return { bytes: new Uint8Array(Buffer.concat(parts)), starts: startsOf(parts.map(({ length }) => length)) };
}

function readTexts({ bytes, starts }: StoredTexts): TextList {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const length = starts.length - 1;
  return {
    length,
    at: (place) => (place < length ? decoder.decode(bytes.subarray(starts[place], starts[place + 1])) : undefined),
  };
}

function isPlace(value: unknown): value is { readonly array: number } {
  return typeof value === 'object' && value !== null && 'array' in value && typeof value.array === 'number';
}

/** Numbers of four bytes must begin at a multiple of four. */
function padded(length: number): number {
  return Math.ceil(length / 4) * 4;
}

/** Changes with everything that training depends on. */
function fingerprintOf({ policy, topics, talks, rules, trainingFingerprint }: PolicyKnowledge): string {
  const signals = rules.map(({ name, why, cites, gap, graver, instead, leaveOut, groups, ...learned }) => learned);
  const learned = [
    LAYOUT,
    trainingFingerprint,
    policy.passages.map(({ id, headings, text, summary }) => [id, headings, text, summary]),
    topics.map(({ id, title }) => [id, title]),
    talks.map(({ id }) => id),
    // All rules hold the same groups.
    rules[0]?.groups,
    signals,
  ];
  return createHash('sha1').update(JSON.stringify(learned)).digest('hex').slice(0, 16);
}
