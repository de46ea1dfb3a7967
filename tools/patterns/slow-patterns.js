const { checkSync } = require('recheck');

/** How long one pattern may be looked at, in milliseconds; one that is not settled by then counts as slow. */
const LONGEST_MS = 30_000;

/** The patterns for which some text takes more than linear time, each with how the time grows. */
function slowPatterns(patterns) {
  const each = new Map(patterns.map((pattern) => [`/${pattern.source}/${pattern.flags}`, pattern]));
  return [...each].flatMap(([written, { source, flags, where }]) => {
    const { status, complexity } = checkSync(source, flags, { timeout: LONGEST_MS });
    return status === 'safe' ? [] : [{ written, where, growth: complexity?.summary ?? 'not settled in time' }];
  });
}

module.exports = { slowPatterns };
