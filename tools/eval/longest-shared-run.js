/** How many neighbouring words two lists of words have in common at most, in the same order. */
function longestSharedRun(one, other) {
  let longest = 0;
  /** Lengths of the runs that end at each word of `other`, for the word of `one` before and for this one. */
  let before = new Uint32Array(other.length + 1);
  let here = new Uint32Array(other.length + 1);
  for (const word of one) {
    for (let at = 0; at < other.length; at++) {
      const run = other[at] === word ? before[at] + 1 : 0;
      here[at + 1] = run;
      if (run > longest) longest = run;
    }
    [before, here] = [here, before];
  }
  return longest;
}

module.exports = { longestSharedRun };
