/** The regular expressions that modules put together while they load: source, flags and where. The modules must not be loaded yet. */
function builtPatterns(files) {
  const found = [];
  const original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(original, {
    construct(target, given, made) {
      const pattern = Reflect.construct(target, given, made);
      found.push({ source: pattern.source, flags: pattern.flags });
      return pattern;
    },
  });
  try {
    return files.flatMap((file) => {
      found.length = 0;
      require(file);
      return found.map((pattern) => ({ ...pattern, where: file }));
    });
  } finally {
    globalThis.RegExp = original;
  }
}

module.exports = { builtPatterns };
