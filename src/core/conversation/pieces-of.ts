const SENTENCE_ENDS = ['\n', '. ', '! ', '? '];

/** Cuts a text into pieces of at most so many letters: behind a sentence where one ends in the latter half, else before a word. */
export function piecesOf(text: string, most: number): readonly string[] {
  const pieces: string[] = [];
  let from = 0;
  while (text.length - from > most) {
    const piece = text.slice(from, from + most);
    const end = Math.max(...SENTENCE_ENDS.map((mark) => piece.lastIndexOf(mark) + mark.length));
    const cut = [end, piece.lastIndexOf(' ') + 1].find((at) => at > most / 2) ?? most;
    pieces.push(piece.slice(0, cut));
    from += cut;
  }
  return [...pieces, text.slice(from)];
}
