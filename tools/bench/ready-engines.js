/** The engines whose package is installed; the others are reported and left out. */
function readyEngines(engines, report) {
  return engines.filter(({ label, load }) => {
    try {
      load();
      return true;
    } catch (error) {
      if (error.code !== 'MODULE_NOT_FOUND') throw error;
      report.leave(`${label}: ${error.message.split('\n')[0]}. Run: npm ci`);
      return false;
    }
  });
}

module.exports = { readyEngines };
