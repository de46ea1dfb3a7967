/** Words with which people lead up to a draft that they have pasted: a wish to post, in the first person, or the word draft itself. */
const LEADS: readonly RegExp[] = [
  /\b(?:can|could|may|shall|should|might|do|will) (?:i|we) (?:just |please )?(?:post|put|share|say|tweet|send|write|publish|retweet|repost|stick|upload|reply|comment|use|go with)\b/iu,
  /\b(?:is|was|would|will|does|do|how about|hows|how is|how does|what about|what do you (?:think|reckon)) (?:of |about |to )?(?:this|it|that|these|the following|my)\b/iu,
  /\b(?:ok|okay|alright|all right|fine|safe|good) (?:to|if i) (?:post|put|share|say|tweet|send|write|publish|stick)\b/iu,
  /\b(?:thinking of|thinking about|about to|going to|gonna|want to|wanted to|planning to|plan to|like to|fancy|intend to|meaning to|hoping to|wanting to|tempted to) ?(?:post|put|say|share|write|tweet|reply|stick|send|publish|comment|upload|use)?(?:ing)?\b/iu,
  /\b(?:draft|drafted|wording|my post|my reply|my response|my comment|my tweet|my status|my caption|proposed post|here is|heres|here's|post reads|it reads|it says|goes like this)\b/iu,
  /\b(?:check|look over|look at|read|proofread|vet|cast an eye|run (?:this|it) past|run past|opinion on|thoughts on|views on|thoughts)\b/iu,
  /\b(?:posting|putting|tweeting|sharing|sending|writing|replying)\b/iu,
];

/** Somebody else's words, reported: what stands after these is not the councillor's own draft. */
const REPORTED =
  /\b(?:someone|somebody|he|she|they|they've|hes|shes|resident|residents|troll|man|woman|bloke|people|neighbour)\b.{0,40}\b(?:posted|put|said|says|wrote|written|commented|messaged|sent|saying|sends|called|calling|replied|shared|tweeted)\b/iu;

const LONGEST_LEAD = 160;
const SHORTEST_DRAFT_WORDS = 3;
const SHORTEST_QUOTED_WORDS = 4;

/**
 * The draft post inside a message, or undefined when there is none: "draft: …", "can I post this? “…”", "thinking of putting - …",
 * or a lead on its own line with the draft below. The draft is a verbatim part of the text, trimmed of its quotes.
 */
export function readDraft(text: string): string | undefined {
  const trimmed = text.trim();
  const explicit =
    /^\/?(?:draft|check this|check|my draft|post)\s{0,3}(?:[:>»]{1,2}|-{1,2}\s|–|—)\s{0,5}([\s\S]{3,})$/iu.exec(
      trimmed,
    )?.[1];
  if (explicit) return unquote(explicit);
  return afterLead(trimmed) ?? quoted(trimmed);
}

/** Lead, separator, draft. The separator is the first of a colon, ">>", a dash between spaces, or a line break. */
function afterLead(text: string): string | undefined {
  const found =
    /^([\s\S]{2,160}?)(?::{1,2}(?!\/\/)\s{0,5}|\s{0,3}>{1,3}\s{0,3}|\s[-–—]{1,2}\s|\?\s{0,3}[-–—]\s{0,3}|\r?\n\s{0,5}|\.{3}\s)([\s\S]{3,})$/u.exec(
      text,
    );
  const [, lead, draft] = found ?? [];
  if (lead === undefined || draft === undefined || lead.length > LONGEST_LEAD || !leadsUp(lead)) return undefined;
  const inner = unquote(draft);
  return countWords(inner) >= SHORTEST_DRAFT_WORDS ? inner : undefined;
}

/** A lead, then the draft in quotes; what follows the quotes is not part of it. */
function quoted(text: string): string | undefined {
  const found = /["“«]([^"”»]{8,})["”»]/u.exec(text);
  if (!found?.[1] || countWords(found[1]) < SHORTEST_QUOTED_WORDS) return undefined;
  const around = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`;
  return around.length <= LONGEST_LEAD * 2 && leadsUp(around) ? found[1].trim() : undefined;
}

function leadsUp(lead: string): boolean {
  return LEADS.some((pattern) => pattern.test(lead)) && !REPORTED.test(lead);
}

function unquote(text: string): string {
  const trimmed = text.trim();
  return /^["“«'‘]([\s\S]+)["”»'’]$/u.exec(trimmed)?.[1]?.trim() ?? trimmed;
}

function countWords(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
