import { readPhrase, readPhraseNaming } from '../phrases';
import type { Circumstance, DraftRule, LabelledDraft } from './draft';
import { ENTITY_NAMES } from './entities';
import { readSignal } from './signals';

type Fields = { readonly [name: string]: unknown };

const RULE_FIELDS = new Set(
  'id name why cites gap stop think idioms unless unless_anywhere always_stop always_think never graver instead leave_out disguised examples'.split(
    ' ',
  ),
);

/**
 * Reads `knowledge/draft-rules.yaml` once it has been parsed: `groups` (name -> phrases) and `rules`.
 * Throws a sentence that names the rule or group and says what is wrong with it.
 */
export function readDraftRules(parsed: unknown): readonly DraftRule[] {
  if (!isFields(parsed)) throw new Error('The draft rules must hold "groups" and "rules".');
  const groups = readGroups(parsed.groups ?? {});
  if (!Array.isArray(parsed.rules) || parsed.rules.length === 0)
    throw new Error('The draft rules hold no list named "rules".');
  const rules = parsed.rules.map((rule: unknown, at) => readRule(rule, at, groups));
  const twice = rules.find((rule, at) => rules.findIndex(({ id }) => id === rule.id) !== at);
  if (twice) throw new Error(`The draft rules hold "${twice.id}" twice.`);
  return rules;
}

function readGroups(parsed: unknown): DraftRule['groups'] {
  if (!isFields(parsed)) throw new Error('"groups" in the draft rules must be names with lists of phrases below them.');
  const names = new Set(ENTITY_NAMES);
  const groups: { [name: string]: readonly string[] } = {};
  for (const [name, phrases] of Object.entries(parsed)) {
    const where = `The group "${name}" of the draft rules`;
    if (!/^[a-z][a-z-]*$/u.test(name)) throw new Error(`${where} may have only small letters and hyphens in its name.`);
    if (names.has(name)) throw new Error(`${where} has the name of something else. Choose another name.`);
    groups[name] = readList(phrases, where);
    telling(where, () => groups[name]?.map((phrase) => readPhraseNaming(phrase, names)));
    names.add(name);
  }
  return groups;
}

function readRule(parsed: unknown, at: number, groups: DraftRule['groups']): DraftRule {
  if (!isFields(parsed) || typeof parsed.id !== 'string')
    throw new Error(`Rule number ${at + 1} of the draft rules has no id.`);
  const where = `The draft rule "${parsed.id}"`;
  const strange = Object.keys(parsed).find((field) => !RULE_FIELDS.has(field));
  if (strange !== undefined) throw new Error(`${where} holds "${strange}", which means nothing here.`);
  const names = new Set([...ENTITY_NAMES, ...Object.keys(groups)]);
  const rule = {
    id: parsed.id,
    name: readText(parsed.name, `${where} has no name.`),
    why: readText(parsed.why, `${where} has no "why".`),
    cites: readList(parsed.cites, `${where}, cites,`),
    gap: parsed.gap === true,
    stop: readSignals(parsed.stop, `${where}, stop,`, names),
    think: readSignals(parsed.think, `${where}, think,`, names),
    idioms: readList(parsed.idioms, `${where}, idioms,`),
    unless: readSignals(parsed.unless, `${where}, unless,`, names),
    unlessAnywhere: readSignals(parsed.unless_anywhere, `${where}, unless_anywhere,`, names),
    alwaysStop: readSignals(parsed.always_stop, `${where}, always_stop,`, names),
    alwaysThink: readSignals(parsed.always_think, `${where}, always_think,`, names),
    never: readSignals(parsed.never, `${where}, never,`, names),
    instead: readInstead(parsed.instead, where),
    leaveOut: parsed.leave_out === true,
    graver: readGraver(parsed.graver, where),
    disguised: readDisguised(parsed.disguised, where, groups),
    examples: readExamples(parsed.examples, { rule: parsed.id, where }),
    groups,
  };
  telling(`${where}, idioms,`, () => rule.idioms.map((phrase) => readPhraseNaming(phrase, names)));
  if (rule.cites.length === 0) throw new Error(`${where} cites no passage.`);
  if (rule.stop.length + rule.think.length + rule.alwaysStop.length + rule.alwaysThink.length === 0)
    throw new Error(`${where} has neither "stop" nor "think" signals.`);
  return rule;
}

function readSignals(parsed: unknown, where: string, names: ReadonlySet<string>): readonly string[] {
  const signals = readList(parsed, where);
  telling(where, () => signals.map((signal) => readSignal(signal, names)));
  return signals;
}

/** The single words of the named groups. */
function readDisguised(parsed: unknown, where: string, groups: DraftRule['groups']): readonly string[] {
  return readList(parsed, `${where}, disguised,`).flatMap((name) => {
    const group = groups[name];
    if (!group) throw new Error(`${where} speaks of the disguised group "${name}", which does not exist.`);
    return group.filter((phrase) => !phrase.includes(' ')).flatMap((phrase) => phrase.split('|').filter(isWord));
  });
}

/** `[{ words: a phrase, put: what may stand in its place }]` */
function readInstead(parsed: unknown, where: string): DraftRule['instead'] {
  const list: unknown = parsed ?? [];
  if (!Array.isArray(list)) throw new Error(`${where}, instead, must be a list.`);
  return list.map((item: unknown, at) => {
    const { words, put } = isFields(item) ? item : {};
    if (typeof words !== 'string' || typeof put !== 'string')
      throw new Error(`${where}, instead, item ${at + 1} needs "words" and "put". Put may be empty: ''.`);
    telling(`${where}, instead,`, () => readPhrase(words));
    return { words, put };
  });
}

const CIRCUMSTANCES: readonly Circumstance[] = ['council page', 'election', 'incident'];

/** "election and council page" -> both must hold. */
function readGraver(parsed: unknown, where: string): DraftRule['graver'] {
  return readList(parsed, `${where}, graver,`).map((written) =>
    written.split(' and ').map((name) => {
      const known = CIRCUMSTANCES.find((one) => one === name.trim());
      if (known) return known;
      throw new Error(`${where}, graver, holds "${name.trim()}". It may hold ${CIRCUMSTANCES.join(', ')}.`);
    }),
  );
}

/** `flagged: [{ stop: … }, { think: … }]` and `clean: […]`; the whole of a flagged one is marked. */
function readExamples(
  parsed: unknown,
  { rule, where }: { readonly rule: string; readonly where: string },
): readonly LabelledDraft[] {
  const { flagged = [], clean } = isFields(parsed) ? parsed : {};
  if (!Array.isArray(flagged)) throw new Error(`${where}, examples, flagged, must be a list.`);
  return [
    ...flagged.map((example: unknown, at): LabelledDraft => {
      const [[severity, draft] = []] = isFields(example) ? Object.entries(example) : [];
      if ((severity !== 'think' && severity !== 'stop') || typeof draft !== 'string')
        throw new Error(`${where}, examples, flagged, item ${at + 1} must begin with "think:" or "stop:".`);
      return { draft, marks: [{ rule, severity, start: 0, end: draft.length }] };
    }),
    ...readList(clean, `${where}, examples, clean,`).map((draft) => ({ draft, marks: [] })),
  ];
}

function readList(parsed: unknown, where: string): readonly string[] {
  const list: unknown = parsed ?? [];
  if (!Array.isArray(list)) throw new Error(`${where} must be a list.`);
  const strange = list.findIndex((item: unknown) => typeof item !== 'string');
  if (strange >= 0) throw new Error(`${where} item ${strange + 1} is not text. Put it in quotes.`);
  return list.filter((item: unknown) => typeof item === 'string');
}

function readText(parsed: unknown, otherwise: string): string {
  if (typeof parsed !== 'string' || parsed.trim() === '') throw new Error(otherwise);
  return parsed.trim();
}

function telling(where: string, read: () => unknown): void {
  try {
    read();
  } catch (problem) {
    throw new Error(`${where} cannot be read. ${problem instanceof Error ? problem.message : ''}`.trim());
  }
}

function isWord(choice: string): boolean {
  return /^\p{L}+$/u.test(choice);
}

function isFields(parsed: unknown): parsed is Fields {
  return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
}
