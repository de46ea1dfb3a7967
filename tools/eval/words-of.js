/** The words of a text for comparing quotations: runs of letters, digits and apostrophes, in small letters and compatibility forms folded. */
function wordsOf(text) {
  const plain = text.normalize('NFKC').toLowerCase().replaceAll(/[‘’]/g, "'");
  return [...plain.matchAll(/[\p{L}\p{N}']+/gu)].map(([word]) => word);
}

module.exports = { wordsOf };
