import type { Command } from '../known';
import type { CommandName } from '../model';
import { readPeriod } from '../reports/read-period';

export type TypedCommand = { readonly command: CommandName; readonly rest: string };

/** Courtesy that may follow a command without changing it. */
const COURTESY = new Set(
  'please pls plz thanks ta thank you cheers now again card cards me for to the show'.split(' '),
);

/** A case reference as people type it, or as a telephone dresses it up: "C-0042", "c42", "C 42", "C–42". */
const REFERENCE = /\bc[\s\p{Pd}]{0,2}(\d{1,6})\b/iu;

/** What may stand before a reference: "answer to case C-0042". */
const BEFORE_REFERENCE = /^\s*(?:(?:to|for|on|case|number)\s+){0,2}/iu;

/** Commands about one case. */
const ABOUT_A_CASE: ReadonlySet<CommandName> = new Set([
  'status',
  'add',
  'close',
  'reopen',
  'cancel',
  'open',
  'take',
  'take over',
  'hand back',
  'pass',
  'ask more',
  'answer',
  'wording',
  'official channel',
  'note',
  'hold',
  'release',
  'log',
]);

/** The reference of a clerk's saved answer, likewise: "G-0017", "g17". */
const GUIDANCE_REFERENCE = /\bg[\s\p{Pd}]{0,2}(\d{1,6})\b/iu;

/**
 * Reads a typed command, with or without a slash, in any case. Words may follow a slash command, a command that takes something,
 * or be courtesy ("rules please"). "rules about photos" is a question, not the command. What follows is kept as it was typed,
 * line breaks and all, because it may be a draft.
 */
export function readCommand(text: string, commands: readonly Command[]): TypedCommand | undefined {
  const typed = text.replace(/^[\s\p{Cf}]+/u, '').trimEnd();
  const slashed = typed.startsWith('/');
  const plain = slashed ? typed.slice(1).trimStart() : typed;
  const forms = commands
    .flatMap((command) => [command.name, ...command.words].map((form) => ({ command, form })))
    .sort((a, b) => b.form.length - a.form.length);
  for (const { command, form } of forms) {
    const behind = textBehind(plain, form);
    if (behind === undefined) continue;
    const rest = behind.replace(/^[\s:,.!?-]+/u, '');
    if (slashed || isCourtesy(rest)) return { command: command.name, rest: isCourtesy(rest) ? '' : rest };
    if (takesRest(command, form, rest)) return { command: command.name, rest };
  }
  return undefined;
}

/** The reference in a text, in its stored form, or undefined: "status c42" -> "C-0042". */
export function readReference(text: string): string | undefined {
  return storedForm('C', REFERENCE.exec(text));
}

/** The same for a saved answer: "retire g17" -> "G-0017". */
export function readGuidanceReference(text: string): string | undefined {
  return storedForm('G', GUIDANCE_REFERENCE.exec(text));
}

function storedForm(letter: string, found: RegExpExecArray | null): string | undefined {
  const number = found?.[1];
  return number === undefined ? undefined : `${letter}-${number.replace(/^0+(?=\d)/u, '').padStart(4, '0')}`;
}

/** What stands behind the reference at the beginning of a text: "C-0042: and on Sunday?" -> "and on Sunday?". */
export function withoutReference(text: string): string {
  const from = BEFORE_REFERENCE.exec(text)?.[0].length ?? 0;
  return text
    .slice(from)
    .replace(/^c[\s\p{Pd}]{0,2}\d{1,6}\b[\s:,.\p{Pd}]*/iu, '')
    .trim();
}

/**
 * The same command with its case named where commands are read: "C-0042 answer yes" -> "answer C-0042 yes". `alone` is the command that
 * a reference by itself stands for. `thread` gives the case in whose thread it was typed; it is only asked when that is needed.
 */
export async function withCaseNamed(
  text: string,
  commands: readonly Command[],
  { alone, thread }: { readonly alone: CommandName; readonly thread: () => Promise<string | undefined> },
): Promise<string> {
  const named = beginsWithReference(text) ? readReference(text) : undefined;
  const rest = named === undefined ? text.trim() : withoutReference(text);
  if (named !== undefined && rest === '') return `${alone} ${named}`;
  const form = formOfCaseCommand(rest, commands);
  const reference = form === undefined ? undefined : (named ?? (await thread()));
  return form === undefined || reference === undefined
    ? text
    : `${form} ${reference} ${textBehind(rest, form)?.trim()}`;
}

/** The words of a command about a case that names none. */
function formOfCaseCommand(text: string, commands: readonly Command[]): string | undefined {
  const form = commands
    .filter(({ name }) => ABOUT_A_CASE.has(name))
    .flatMap(({ name, words }) => [name, ...words])
    .sort((a, b) => b.length - a.length)
    .find((one) => textBehind(text, one) !== undefined);
  return form !== undefined && !beginsWithReference(textBehind(text, form) ?? '') ? form : undefined;
}

/** What stands behind a form, or undefined when the text does not begin with its words. */
function textBehind(text: string, form: string): string | undefined {
  let behind = text;
  for (const word of form.split(' ')) {
    behind = behind.trimStart();
    if (behind.slice(0, word.length).toLowerCase() !== word) return undefined;
    behind = behind.slice(word.length);
    if (/^[\p{L}\p{N}]/u.test(behind)) return undefined;
  }
  return behind;
}

function isCourtesy(rest: string): boolean {
  return rest
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .every((word) => word === '' || COURTESY.has(word));
}

/** What each command that takes something accepts after it when no slash marks it as a command. */
const ACCEPTS: { readonly [name in CommandName]?: (form: string, rest: string) => boolean } = {
  status: (_, rest) => REFERENCE.test(rest),
  add: (_, rest) => beginsWithReference(rest),
  close: (_, rest) => beginsWithReference(rest),
  reopen: (_, rest) => beginsWithReference(rest),
  cancel: (_, rest) => REFERENCE.test(rest),
  guidance: () => true,
  retire: (_, rest) => GUIDANCE_REFERENCE.exec(rest)?.index === 0,
  restore: (_, rest) => GUIDANCE_REFERENCE.exec(rest)?.index === 0,
  link: (_, rest) => /^\d{3}\s?\d{3}\b/u.test(rest),
  'ask clerk': (form) => form.includes(' '),
  open: (_, rest) => beginsWithReference(rest),
  take: (_, rest) => beginsWithReference(rest),
  'take over': (_, rest) => beginsWithReference(rest),
  'hand back': (_, rest) => beginsWithReference(rest),
  pass: (_, rest) => beginsWithReference(rest),
  'ask more': (_, rest) => beginsWithReference(rest),
  answer: (_, rest) => beginsWithReference(rest),
  wording: (_, rest) => beginsWithReference(rest),
  'official channel': (_, rest) => beginsWithReference(rest),
  note: (_, rest) => beginsWithReference(rest),
  // Whether it names a period does not hang on the day.
  report: (_, rest) => readPeriod(rest, 0) !== undefined,
  'my data': (_, rest) => /^all\b/iu.test(rest),
  'forget me': (_, rest) => /^yes\b/iu.test(rest),
  hold: (_, rest) => beginsWithReference(rest),
  release: (_, rest) => beginsWithReference(rest),
  log: (_, rest) => beginsWithReference(rest),
};

function beginsWithReference(rest: string): boolean {
  return REFERENCE.exec(rest)?.index === BEFORE_REFERENCE.exec(rest)?.[0].length;
}

function takesRest(command: Command, form: string, rest: string): boolean {
  return ACCEPTS[command.name]?.(form, rest) ?? false;
}
