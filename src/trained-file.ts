import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { MatchIndex, TextList } from './core/match/match-index';
import { startsOf } from './core/match/number-list';
import type { Trained } from './core/trained';
import type { PolicyKnowledge } from './knowledge';

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
const LAYOUT = 2;

/**
 * Reads what was trained; `bytes` are those of the file where they have been read already, undefined where there is none. Throws a
 * sentence when it was trained on another knowledge than the folder holds now; a knowledge folder without the file is matched without
 * training.
 */
export function readTrained(
  path: string,
  knowledge: PolicyKnowledge,
  bytes = existsSync(path) ? readFileSync(path) : undefined,
): Trained | undefined {
  if (!bytes) return undefined;
  const { fingerprint, trained } = unpacked(path, bytes);
  if (fingerprint !== fingerprintOf(knowledge))
    throw new Error(
      `${path}: the knowledge or the program has changed since it was made. Run: npm run train -- ${dirname(path)}`,
    );
  return trained;
}

function unpacked(
  path: string,
  bytes: Buffer<ArrayBuffer>,
): { readonly fingerprint: string; readonly trained: Trained } {
  try {
    return unpack(bytes);
  } catch {
    throw new Error(`${path}: this file is damaged. Run: npm run train -- ${dirname(path)}`);
  }
}

function unpack(bytes: Buffer<ArrayBuffer>): { readonly fingerprint: string; readonly trained: Trained } {
  const end = bytes.indexOf('\n') + 1;
  const head: Head = JSON.parse(bytes.toString('utf8', 0, end));
  let place = bytes.byteOffset + end;
  const arrays = head.arrays.map(({ kind, length }) => {
    const array = new KINDS[kind](bytes.buffer, place, length);
    place += padded(array.byteLength);
    return array;
  });
  const { index, ...others } = withArrays(head.trained, arrays) as Stored;
  return { fingerprint: head.fingerprint, trained: { ...others, index: { ...index, texts: readTexts(index.texts) } } };
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
  writeFileSync(path, Buffer.concat([filled, ...parts]));
}

function storedTexts(texts: TextList): StoredTexts {
  const parts = Array.from({ length: texts.length }, (_, at) => Buffer.from(texts.at(at) ?? ''));
  return { bytes: new Uint8Array(Buffer.concat(parts)), starts: startsOf(parts.map(({ length }) => length)) };
}

function readTexts({ bytes, starts }: StoredTexts): TextList {
  const decoder = new TextDecoder();
  return {
    length: starts.length - 1,
    at: (place) => decoder.decode(bytes.subarray(starts[place], starts[place + 1])),
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
