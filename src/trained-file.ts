import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Trained } from './core/trained';
import type { PolicyKnowledge } from './knowledge';

/** A line of JSON, filled up with spaces to a multiple of four bytes, and behind it the numbers of every typed array in the order of `arrays`, each filled up likewise. */
type Head = {
  readonly fingerprint: string;
  readonly arrays: readonly { readonly kind: Kind; readonly length: number }[];
  /** The trained part with each typed array replaced by its place in `arrays`. */
  readonly trained: unknown;
};
const KINDS = { Uint32Array, Uint16Array, Uint8Array, Int8Array, Float32Array };
type Kind = keyof typeof KINDS;
type Numbers = InstanceType<(typeof KINDS)[Kind]>;
const NEWLINE = 10;

/**
 * Reads what was trained. Throws a sentence when it was trained on another knowledge than the folder holds now; a knowledge
 * folder without the file is matched without training.
 */
export function readTrained(path: string, knowledge: PolicyKnowledge): Trained | undefined {
  if (!existsSync(path)) return undefined;
  const { fingerprint, trained } = unpacked(path);
  if (fingerprint !== fingerprintOf(knowledge))
    throw new Error(`${path}: the knowledge has changed since it was made. Run: npm run train -- ${dirname(path)}`);
  return trained;
}

function unpacked(path: string): { readonly fingerprint: string; readonly trained: Trained } {
  try {
    return unpack(readFileSync(path));
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
  const trained = JSON.parse(JSON.stringify(head.trained), (_, value: unknown) =>
    isPlace(value) ? arrays[value.array] : value,
  ) as Trained;
  return { fingerprint: head.fingerprint, trained };
}

export function writeTrained(path: string, knowledge: PolicyKnowledge, trained: Trained): void {
  const arrays: Numbers[] = [];
  const replaced: unknown = JSON.parse(
    JSON.stringify(trained, (_, value: unknown) => {
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
