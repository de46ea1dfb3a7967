/** A stretch of a text: UTF-16 offsets, `end` exclusive. */
type Stretch = { readonly start: number; readonly end: number };

/** Words with a capital that stand beside each other, as the parts of a name do. */
const CAPITALS =
  /(?<![\p{L}\p{N}])(?:Mc|Mac|O['’])?\p{Lu}\p{Ll}{1,20}(?:[ -](?:Mc|Mac|O['’])?\p{Lu}\p{Ll}{1,20}){1,8}(?![\p{L}\p{N}])/gu;
const WORD = /[\p{L}'’]+/gu;
/** Words with a capital that are no part of a name. */
const NO_NAMES: ReadonlySet<string> = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december ' +
    'facebook twitter instagram whatsapp tiktok youtube linkedin nextdoor messenger teams zoom google live council town parish county district city borough ' +
    'hall street road lane green park church school village community policy code conduct act freedom information data protection north south east west ' +
    'royal british remembrance bank christmas easter new the a an is are can may must do does did please hi hello dear thank if when who what where why how and but or i my we our you your he she they it this that in on at for from by with to of'
  ).split(' '),
);

/**
 * Finds names that nothing introduces: at least two words with a capital beside each other, such as a first name and a surname.
 * A first name alone looks like any other word and is not found.
 */
export function findFullNames(text: string): readonly Stretch[] {
  return [...text.matchAll(CAPITALS)].flatMap(({ 0: run, index }) => nameParts(run, index));
}

/** The stretches of at least two words without one that is no part of a name. */
function nameParts(run: string, from: number): readonly Stretch[] {
  const stretches: (Stretch & { readonly words: number })[] = [];
  let goesOn = false;
  for (const { 0: word, index } of run.matchAll(WORD)) {
    const isName = !NO_NAMES.has(word.toLowerCase());
    const end = from + index + word.length;
    const last = goesOn ? stretches.at(-1) : undefined;
    if (isName && last) stretches[stretches.length - 1] = { ...last, end, words: last.words + 1 };
    else if (isName) stretches.push({ start: from + index, end, words: 1 });
    goesOn = isName;
  }
  return stretches.filter(({ words }) => words > 1).map(({ start, end }) => ({ start, end }));
}
