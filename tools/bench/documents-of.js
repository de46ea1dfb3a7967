/**
 * Passages as what a search library indexes: the passage itself, and each alias as a document of its own, because a library that gets
 * all aliases as one long text finds less (matching.md, section 2). `owner` is the number of the passage.
 */
function documentsOf(passages) {
  return passages.flatMap(({ title, text, aliases = [] }, owner) => [
    { owner, title, text: text.trim() },
    ...[...new Set(aliases)].filter((alias) => alias !== title).map((alias) => ({ owner, title: alias, text: '' })),
  ]);
}

module.exports = { documentsOf };
