// Lets a plain Node process load the TypeScript sources: node -r ./tests/ts.js file.ts
const { readFileSync } = require('node:fs');
const { transformSync } = require('@swc/core');

require.extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), { filename, root: `${__dirname}/..` });
  module._compile(code, filename);
};
