import { join } from 'node:path';
import { z } from 'zod';
import { readCommand } from './core/conversation/commands';
import { HELP_GROUPS } from './core/conversation/help-groups';
import type { Council } from './core/council';
import { fill } from './core/fill';
import type { Command, Knowledge } from './core/known';
import { COMMAND_NAMES, type Passage, type UrgentGuide } from './core/model';
import { readPhrase } from './core/phrases';
import type { PolicyKnowledge } from './knowledge';
import { readYaml } from './read-yaml';

/** What the folder says about talking to people, beside the policy itself. */
export type ConversationKnowledge = Omit<Knowledge, keyof PolicyKnowledge | 'calibration' | 'trained' | 'bankHolidays'>;

const words = z.string().trim().min(1);
const commandsFile = z.array(
  z
    .object({
      name: z.enum(COMMAND_NAMES),
      words: z.array(words),
      who: z.enum(['councillor', 'clerk']),
      takes: words.optional(),
      typed_only: z.literal(true).optional(),
      groups: z.array(z.enum(HELP_GROUPS)).min(1),
      description: words,
    })
    .strict(),
);
const phrase = words.superRefine((written, context) => {
  try {
    readPhrase(written);
  } catch (error) {
    context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) });
  }
});
const guide = z
  .object({
    first: words,
    lines: z.array(words),
    steps: z.array(words).min(1),
    clerk: z.boolean(),
    phrases: z.array(phrase).min(1),
  })
  .strict();
const urgentFile = z
  .object({
    'danger-now': guide,
    'self-harm': guide,
    'threat-crime': guide,
    safeguarding: guide,
    'self-threat': guide,
    figurative: z.array(phrase),
  })
  .strict();
const cardsFile = z
  .object({
    golden_rule: words,
    risks: words,
    street_test: words,
    page_rules: z.array(words).min(1),
    abuse_steps: z.array(words).min(1),
  })
  .strict();

/**
 * Reads commands, urgent guides, wording and what the fixed cards quote, and checks them against the passages and
 * the council's settings. Throws an error whose message says which file is wrong and what to do.
 */
export function loadConversation(
  folder: string,
  passages: readonly Passage[],
  council: Council,
): ConversationKnowledge {
  const wording = readYaml(join(folder, 'wording.yaml'), z.record(words)).value;
  const byId = new Map(passages.map((passage) => [passage.id, passage]));
  return {
    wording,
    commands: readCommands(join(folder, 'commands.yaml')),
    quotes: readQuotes(join(folder, 'cards.yaml'), byId),
    ...readUrgent(join(folder, 'urgent.yaml'), council),
  };
}

function readCommands(path: string): readonly Command[] {
  const file = readYaml(path, commandsFile);
  const commands = file.value.map(({ typed_only: typedOnly, ...command }) => ({
    ...command,
    ...(typedOnly && { typedOnly }),
  }));
  for (const [at, command] of commands.entries()) {
    if (commands.findIndex(({ name }) => name === command.name) < at)
      throw file.error([at], `the command "${command.name}" stands in this file already. Keep one of the two.`);
    for (const form of [command.name, ...command.words]) {
      const read = readCommand(form, commands)?.command;
      if (read !== command.name) throw file.error([at], `"${form}" already means "${read}". Choose other words.`);
    }
  }
  return commands;
}

function readUrgent(path: string, council: Council): Pick<ConversationKnowledge, 'urgent' | 'figurative'> {
  const file = readYaml(path, urgentFile);
  const { figurative, ...guides } = file.value;
  const filled = (sentence: string, place: readonly (string | number)[]): string => {
    try {
      return fill(sentence, council.contacts);
    } catch (error) {
      const why = error instanceof Error ? error.message : error;
      throw file.error(place, `${why} Add it to contacts in council.yaml.`);
    }
  };
  const levels: readonly UrgentGuide['level'][] = [
    'danger-now',
    'self-harm',
    'threat-crime',
    'safeguarding',
    'self-threat',
  ];
  return {
    figurative,
    urgent: levels.map((level) => {
      const { first, lines, steps, clerk, phrases } = guides[level];
      return {
        level,
        first: filled(first, [level, 'first']),
        lines: lines.map((line, at) => filled(line, [level, 'lines', at])),
        steps: steps.map((step, at) => filled(step, [level, 'steps', at])),
        clerk,
        phrases,
      };
    }),
  };
}

function readQuotes(path: string, byId: ReadonlyMap<string, Passage>): Knowledge['quotes'] {
  const file = readYaml(path, cardsFile);
  const passage = (id: string, place: readonly (string | number)[]): Passage => {
    const found = byId.get(id);
    if (found) return found;
    throw file.error(place, `no passage has the id "${id}". Use an id from passages.yaml.`);
  };
  const { golden_rule, risks, street_test, page_rules, abuse_steps } = file.value;
  return {
    goldenRule: passage(golden_rule, ['golden_rule']),
    risks: passage(risks, ['risks']),
    streetTest: passage(street_test, ['street_test']),
    pageRules: page_rules.map((id, at) => passage(id, ['page_rules', at])),
    abuseSteps: abuse_steps.map((id, at) => passage(id, ['abuse_steps', at])),
  };
}
