import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Template } from 'adaptivecards-templating';
import type { CardName, Fields, Reply } from '../../core/reply';
import { cleanFields } from './clean-fields';
import type { Render } from './envelope';
import { fitCard } from './fit-card';
import { textTwin } from './text-twin';

/** Every card that a reply may name. The type keeps this table complete. */
const CARDS: { readonly [name in CardName]: true } = {
  welcome: true,
  'welcome-channel': true,
  rules: true,
  'golden-rule': true,
  'abuse-steps': true,
  urgent: true,
  answer: true,
  choose: true,
  findings: true,
  'check-draft': true,
  'others-message': true,
  'not-sure': true,
  consent: true,
  'about-clerk': true,
  receipt: true,
  'not-linked': true,
  'my-cases': true,
  'case-status': true,
  'clerk-case': true,
  'clerk-cases': true,
  'clerk-answer': true,
  'clerk-follow-up': true,
  'clerk-line': true,
  'case-desk': true,
  'case-notice': true,
  link: true,
  'link-outcome': true,
  help: true,
  privacy: true,
  'my-data': true,
  'forget-me': true,
  'access-log': true,
  note: true,
  'guidance-form': true,
  'guidance-list': true,
  'guidance-entry': true,
  report: true,
};

type Card = { readonly body: readonly object[] };

/** What no template may hold, and why. */
const FORBIDDEN: readonly { readonly sign: RegExp; readonly why: string }[] = [
  { sign: /json\(/u, why: 'json( turns words that a person typed into parts of the card' },
  { sign: /Action\.(?:ShowCard|ToggleVisibility)/u, why: 'screen readers cannot follow parts that open and close' },
  { sign: /\{\{(?:DATE|TIME)\(/u, why: 'Teams does not fill in dates' },
];

/**
 * Stands for "${" in the JSON of the fields while a template is filled, so that any "${" left afterwards is the template's own.
 * Nobody can type it, because cleaned fields hold no NUL.
 */
const HIDDEN = '$\\u0000{';

/**
 * Loads the templates of a folder and gives the function that turns a reply into a card and its plain text.
 * Throws a sentence at start-up when a template is missing, is not JSON, or holds something forbidden; the function throws
 * when a template asks for a field that the reply does not have.
 */
export function createRender(folder: string): Render {
  const templates = new Map(Object.keys(CARDS).map((name) => [name, new Template(readTemplate(folder, name))]));
  return (reply) => {
    const card = fitCard(opened(expand(templates.get(reply.card), reply), reply.first));
    return { card, text: textTwin(reply.plain ? { ...card, actions: [] } : card) };
  };
}

function readTemplate(folder: string, name: string): object {
  const file = join(folder, `${name}.json`);
  const text = readText(file);
  for (const { sign, why } of FORBIDDEN)
    if (sign.test(text))
      throw new Error(`The card template ${file} holds ${sign.exec(text)?.[0]}. Take it out: ${why}.`);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`The card template ${file} is not valid JSON. Mend it: ${String(error)}`);
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new Error(`The card template ${file} cannot be read. Put it back; every card needs one.`);
  }
}

function expand(template: Template | undefined, reply: Reply): Card {
  if (!template) throw new Error(`There is no card named ${reply.card}.`);
  const hidden = JSON.parse(JSON.stringify(cleanFields(reply.fields)).replaceAll('${', HIDDEN)) as Fields;
  const filled = JSON.stringify(template.expand({ $root: hidden }));
  const unfilled = /\$\{[^}"]*\}?/u.exec(filled)?.[0];
  if (unfilled !== undefined)
    throw new Error(`The card ${reply.card} asks for ${unfilled}, and the reply has no such field.`);
  return JSON.parse(filled.replaceAll(HIDDEN, '${'));
}

/** The card with a line above everything else. */
function opened(card: Card, first: string | undefined): Card {
  if (first === undefined) return card;
  return { ...card, body: [{ type: 'TextBlock', text: first, weight: 'Bolder', wrap: true }, ...card.body] };
}
