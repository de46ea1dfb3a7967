import { CORE_SCHEMA, type LoadOptions, load, YAMLException } from 'js-yaml';
import type { z } from 'zod';
import { readText } from './read-text-file';

/** A file that has been read: its value, and an error that names the line of a part of it. */
export type Read<T> = { readonly value: T; readonly error: (path: Path, sentence: string) => Error };
type Path = readonly (string | number)[];

/** A part of a file: its line, and what stands within it; in a mapping, keys and values in turn. */
type Part = { readonly line: number; value: unknown; readonly within: Part[] };

/** Reads a YAML file into the given shape. Throws a sentence with file and line when it is missing, cannot be read or has another shape. */
export function readYaml<T>(path: string, shape: z.ZodType<T, z.ZodTypeDef, unknown>): Read<T> {
  const { value, error } = readPlainYaml(path);
  const read = shape.safeParse(value);
  if (read.success) return { value: read.data, error };
  const { path: place = [], message = '' } = read.error.issues[0] ?? {};
  throw error(place, `${place.findLast((step) => typeof step === 'string') ?? 'the file'}: ${message}.`);
}

/** Reads a YAML file of any shape. Throws a sentence with file and line when it is missing or cannot be read. */
export function readPlainYaml(path: string): Read<unknown> {
  const text = readText(path);
  const error = (place: Path, sentence: string) =>
    new Error(`${path}, line ${lineOf(partsOf(text), place)}: ${sentence}`);
  try {
    return { value: parse(text), error };
  } catch (fault) {
    if (!(fault instanceof YAMLException)) throw fault;
    const line = (fault.mark?.line ?? 0) + 1;
    throw new Error(`${path}, line ${line}: this is not YAML that can be read: ${fault.reason}. Correct it.`);
  }
}

function parse(text: string, listener?: LoadOptions['listener']): unknown {
  return load(text, { schema: CORE_SCHEMA, ...(listener && { listener }) });
}

/** Parses once more and keeps where everything stands: only a file with a mistake needs that. */
function partsOf(text: string): Part {
  const whole: Part = { line: 1, value: undefined, within: [] };
  const open = [whole];
  parse(text, (event, { line, result }) => {
    if (event === 'open') {
      const part = { line: line + 1, value: undefined, within: [] };
      open.at(-1)?.within.push(part);
      open.push(part);
      return;
    }
    const closed = open.pop();
    if (closed) closed.value = result;
  });
  return whole.within[0] ?? whole;
}

/** The line of a part of a file, or of the nearest thing around it that the file has. */
function lineOf(whole: Part, path: Path): number {
  let part = whole;
  for (const step of path) {
    const within: Part | undefined =
      typeof step === 'number'
        ? part.within[step]
        : part.within[part.within.findIndex(({ value }, at) => at % 2 === 0 && value === step) + 1];
    if (!within) break;
    part = within;
  }
  return part.line;
}
