const { existsSync } = require('node:fs');
const { measureSpeed } = require('./measure-speed');
const { speedPassages } = require('./speed-passages');
const { speedQuestions } = require('./speed-questions');

const SIZES = [100, 1_000, 10_000, 100_000];
const QUESTIONS = 300;
/** A library whose index takes longer is left out at this size; in milliseconds. Ours is never left out. */
const PATIENCE = 120_000;

/** Measures every engine at every size: a list of `{ engine, size, real, …figures }`. An engine that is too slow for a size is reported and left out there. */
async function speedOfEngines(engines, { folder, report }) {
  const rows = [];
  if (!existsSync(folder)) {
    report.leave(`Speed: ${folder} is missing, and speed is measured on its texts.`);
    return rows;
  }
  const questions = speedQuestions(folder, QUESTIONS);
  for (const size of SIZES) {
    const { passages, real } = speedPassages(folder, size);
    for (const engine of engines) {
      const asked = questions.slice(0, engine.speedQuestions?.[size] ?? QUESTIONS);
      if (asked.length === 0) {
        report.leave(`${engine.label} at ${size} passages: it compares every question with every text.`);
        continue;
      }
      const tooLate = new Error(`${engine.label} at ${size} passages: its index takes more than two minutes.`);
      try {
        const figures = await measureSpeed(engine, { passages, questions: asked, patience: PATIENCE, tooLate });
        rows.push({ engine: engine.name, size, real, ...figures });
        report.tell(
          `${size} passages: ${engine.name}, index ${(figures.index / 1000).toFixed(1)} s, p50 ${figures.p50.toFixed(2)} ms`,
        );
      } catch (error) {
        if (error !== tooLate) throw error;
        report.leave(error.message);
      }
    }
  }
  return rows;
}

module.exports = { speedOfEngines };
