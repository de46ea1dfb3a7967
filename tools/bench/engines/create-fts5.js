const { contentWords } = require('../content-words');
const { openMemoryDatabase } = require('../open-memory-database');

/**
 * SQLite's full-text search: Porter's stems, the content words of the question joined by OR, bm25 with the title twice. A title
 * without a text stands in the column of texts: alone in the other it would be weighed against nothing.
 */
function createFts5(documents) {
  const database = openMemoryDatabase();
  database.exec(`CREATE VIRTUAL TABLE passage USING fts5(title, text, tokenize = 'porter unicode61')`);
  const insert = database.prepare('INSERT INTO passage (rowid, title, text) VALUES (?, ?, ?)');
  database.exec('BEGIN');
  let id = 0;
  for (const { title, text } of documents) insert.run(id++, text ? title : '', text || title);
  database.exec('COMMIT');
  // SQLite's bm25 is below 0, the better the lower.
  const find = database.prepare(
    'SELECT rowid AS at, -bm25(passage, 2, 1) AS score FROM passage WHERE passage MATCH ? ORDER BY score DESC LIMIT ?',
  );
  const size = database.prepare('SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size');
  return {
    search: (question, most) => {
      const terms = [...new Set(contentWords(question))].map((word) => `"${word}"`);
      return terms.length > 0 ? find.all(terms.join(' OR '), most) : [];
    },
    /** SQLite keeps its memory outside JavaScript's. */
    bytes: () => size.get().bytes,
    close: () => database.close(),
  };
}

module.exports = { createFts5 };
