// Reads a JSON array of manifests from standard input and prints, for each, what Microsoft's schema finds wrong with it.
// A process of its own, because the validator pulls in ES modules, which Jest cannot load on Node 20 and 22.
const { readFileSync } = require('node:fs');
const { AppManifestUtils } = require('@microsoft/app-manifest');

async function main() {
  const manifests = JSON.parse(readFileSync(0, 'utf8'));
  const faults = await Promise.all(manifests.map((manifest) => AppManifestUtils.validateAgainstSchema(manifest)));
  console.log(JSON.stringify(faults));
}

void main();
