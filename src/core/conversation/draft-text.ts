import { words } from '../match/tokens';

const POST =
  '(?:post|put|share|say|tweet|send|write|publish|retweet|repost|stick|upload|reply|comment|answer|use|go with)';
const POSTING =
  '(?:posting|putting|sharing|saying|tweeting|sending|writing|publishing|retweeting|sticking|uploading|replying|commenting)';
const TEXT =
  '(?:draft|wording|text|post|tweet|caption|status|story|reply|response|answer|comment|message|letter|speech|statement|blurb)';
const GOOD =
  '(?:ok|okay|alright|all right|alreet|fine|safe|suitable|acceptable|proper|sensible|good|bad|too|yes or no|go on|go up|go out)';

/** Words that point at a text which follows. All patterns for leads see plain words: lower case, single spaces, no apostrophes. */
const POINTING = [
  `^(?:please )?check(?: this)?$|(?:^|\\bmy )${TEXT}$|\\bdraft(?:ed)?(?: ${TEXT})?$|\\bmy draft\\b`,
  `\\b(?:this|these)(?: (?:one|all|is|was|be|sounds?|looks?|reads?))? ${GOOD}\\b`,
  `\\b${GOOD} (?:this|these)$|\\b(?:this|these) do$`,
  `\\b${POST}(?: (?:out|up|on|under|back|with))? (?:this|these|the following)\\b(?! about)`,
  `(?:^|\\b(?:im|i am|of|about|be|just|fancy) )${POSTING}(?: (?:out|up|back))? (?:this|these)\\b`,
  `\\b(?:check|inspect|vet|proofread|read|look (?:at|over)) (?:this|these|the following|my ${TEXT})\\b`,
  '\\b(?:think|reckon|make|opinions?|thoughts|views) (?:of|to|about|on) (?:this|these)\\b',
  '\\bhows this\\b|\\b(?:how|what)(?: (?:is|about|does))? this(?: (?:sound|look|read)\\b|$)|\\bh?ow about$',
  '\\bhere(?: i)?s (?:my|the|one|it|what)\\b|\\bhere goes\\b|\\bmy (?:go|attempt|effort|stab|version)\\b|\\bit (?:goes|reads)$',
  '\\b(?:thus|below|following|as follows|like this|please (?:look|check|read))$',
].map((pattern) => new RegExp(pattern, 'u'));

/** Words of somebody who means to post, or a kind of post. Questions begin like this too, so what follows must not be one. */
const MEANING = [
  `(?<!\\b(?:what|how|when|where|who|which|why) )\\b(?:can|could|may|shall|should|might|ok if|alright if|am) (?:i|we) (?:just |please |ok |alright )*(?:${POST}|${POSTING})\\b(?! about)`,
  `\\b${GOOD} (?:to|2|if i|if we) ${POST}\\b(?! about)`,
  `\\b(?:thinking of|thinking about|about to|going to|gonna|want to|wanted to|wanna|planning to|plan to|like to|intend to|meaning to|hoping to|tempted to|minded to|ready to|fancy|im|i am|ill|id|i will|i would) (?:just |also |now )?(?:press|${POST}|${POSTING})\\b(?! about)`,
  '\\b(?:thinking of|about to|going to|gonna|want to|like to|before i (?:post|press|send))$|(?<!ed |put |said |says |sent |wrote )\\b(?:this|this one|these|this then|this please)$',
  '\\b(?:ive|i have) (?:just )?(?:written|typed|drafted|done|come up with)\\b|\\b(?:wrong|problems?|trouble|bother) (?:with|if|for)\\b',
  `^(?:(?!the |an? )[^ ]+ ){0,2}(?:${TEXT}|${POSTING})\\b(?! about)`,
].map((pattern) => new RegExp(pattern, 'u'));

/** Somebody else's words, reported or received: what stands behind these is not the councillor's own draft. */
const REPORTED = new RegExp(
  [
    '\\b(?:someones?|somebodys?|everyone|everybody|he|she|they|hes|shes|theyve|residents?|trolls?|man|woman|bloke|people|folk|neighbour|clerk|councillor|colleague)(?: [^ ]{1,20}){0,6} (?:posts?|posted|puts?|says?|said|saying|writes|wrote|written|commented|messaged|sends|sent|calling|called|replied|shared|tweeted|pipes)\\b',
    '\\b(?:received|recieved|came|arrived|landed|inbox|voicemail|answerphone|wiper|windscreen|letterbox|doormat|anonymous)\\b',
    '\\b(?:got|had) (?:this|these|another)\\b',
    '\\b(?:note|letter|message|email|text|dm|card|comment) (?:from|off|under|on|through|left|pushed|saying)\\b',
  ].join('|'),
  'u',
);

/** What is asked behind a draft in quotes. */
const ASKED_BEHIND = new RegExp(
  `^(?:[^ ]+ ){0,4}(?:${GOOD}|thoughts|think|reckon|wise|harsh|rude|strong)\\b|^(?:[^ ]+ )?(?:can|could|may|shall|should) i ${POST}\\b`,
  'u',
);

/**
 * Where a lead may end, and the most words between what leads up to the draft and this end: further away, the draft has already
 * begun. Behind the end of a sentence plain talk may go on, so a lone question or explanation there is no draft.
 */
const NEVER = -1;
const ENDS = [
  { sign: ':{1,2}(?=[\\s"“«\'‘\\p{L}])|>{1,3}|[→👉➡]\ufe0f?', pointing: 8, meaning: 5 },
  { sign: '(?<![^\\s(:>])(?=["“«]\\S)|(?=\\bopen quotes?\\b)', pointing: 8, meaning: 5 },
  { sign: '\\s[-–—]{1,2}\\s|\\.{3}\\s|…|\\n', pointing: 8, meaning: 3 },
  { sign: '[?!.] ', pointing: 8, meaning: NEVER },
] as const;
const ANY_END = new RegExp(ENDS.map(({ sign }) => `(${sign})`).join('|'), 'giu');

/** What opens a quotation at the beginning of a text, and what closes it. */
const QUOTES: readonly { readonly opening: RegExp; readonly closing: RegExp }[] = [
  { opening: /^["“«]/u, closing: /["”»]/gu },
  { opening: /^['‘]/u, closing: /['’](?!\p{L})/gu },
  { opening: /^open quotes?\b/iu, closing: /\b(?:close|end) quotes?\b/giu },
];

const QUESTION =
  /^(?:do(?! not)|does|did|can|could|may|should|shall|must|am|is|are|will|would|who|whos|which|what(?! an?\b)|whats|where|wheres|when|why|how)\b/u;
const EXPLANATION =
  /^(?:because|cos|or|if|but|it|its|he|hes|she|shes|they|theyre|theyve|someone|somebody|i mean|i only|i know|asking)\b/u;

type Quotation = { readonly inside: string; readonly behind: string };

const LONGEST_LEAD = 160;
const SHORTEST_DRAFT = 3;
const SHORTEST_LONE_QUOTATION = 5;
/** Fewer words behind a quotation say where it is to be posted; more may be a part of the post. */
const SHORTEST_REST = 5;
/** The length of "hide it or answer it or leave it?" */
const LONGEST_SHORT_QUESTION = 8;
const LONGEST_TALK = 15;

/**
 * The draft post inside a message, or undefined when there is none: "draft: …", "would this do? …", "thinking of putting - …",
 * "“…” ok to go on?", or a lead on its own line with the draft below. A verbatim part of the text without its quotes. It runs to
 * the end of the message, but for what is asked behind a quotation: words that are left out are words that nobody checks.
 */
export function readDraft(text: string): string | undefined {
  const message = text.trim();
  for (const found of message.slice(0, LONGEST_LEAD).matchAll(ANY_END)) {
    const end = ENDS[found.slice(1).findIndex((sign) => sign !== undefined)];
    const lead = plain(message.slice(0, found.index));
    const body = message.slice(found.index + found[0].length).trim();
    const quotation = readQuotation(body);
    const draft = quotation?.inside ?? body;
    if (!end || words(draft).length < SHORTEST_DRAFT) continue;
    if (quotation && standsAlone(quotation, lead)) return draft;
    if (leadsUp(POINTING, lead, end.pointing) && !(end.meaning === NEVER && isTalk(body))) return draft;
    if (leadsUp(MEANING, lead, end.meaning) && !isQuestion(body)) return draft;
  }
  return undefined;
}

/** One of the patterns ends at most so many words before the end of the lead, and reports nobody else's words. */
function leadsUp(patterns: readonly RegExp[], lead: string, room: number): boolean {
  const reported = REPORTED.exec(lead);
  return patterns.some((pattern) => {
    const found = pattern.exec(lead);
    if (!found || (reported && found.index < reported.index + reported[0].length)) return false;
    return words(lead.slice(found.index + found[0].length)).length <= room;
  });
}

/** Nobody else said it, and either leave is asked for behind it or it is most of the message. */
function standsAlone({ inside, behind }: Quotation, lead: string): boolean {
  if (REPORTED.test(lead)) return false;
  if (ASKED_BEHIND.test(behind)) return true;
  const length = words(inside).length;
  return length >= SHORTEST_LONE_QUOTATION && length > words(`${lead} ${behind}`).length && !QUESTION.test(behind);
}

/** A quotation at the beginning of a text, unless words that may belong to the post stand behind it. */
function readQuotation(text: string): Quotation | undefined {
  for (const { opening, closing } of QUOTES) {
    const opened = opening.exec(text)?.[0].length ?? 0;
    const closed = [...text.matchAll(closing)].at(-1);
    if (opened === 0 || !closed || closed.index <= opened) continue;
    const inside = text.slice(opened, closed.index);
    const rest = text.slice(closed.index + closed[0].length);
    const behind = plain(rest);
    if (words(behind).length < SHORTEST_REST || rest.trim().endsWith('?') || ASKED_BEHIND.test(behind))
      return { inside: inside.trim(), behind };
  }
  return undefined;
}

function isQuestion(text: string): boolean {
  const first = text.split(/(?<=[.?!])\s/u, 1)[0] ?? text;
  if (QUESTION.test(plain(first))) return true;
  return text.endsWith('?') && first === text && words(text).length <= LONGEST_SHORT_QUESTION;
}

function isTalk(text: string): boolean {
  if (/[.?!]\s/u.test(text) || !(text.endsWith('?') || words(text).length <= LONGEST_TALK)) return false;
  return isQuestion(text) || EXPLANATION.test(plain(text));
}

function plain(text: string): string {
  return words(text).join(' ');
}
