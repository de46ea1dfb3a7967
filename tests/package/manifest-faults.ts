import { execFileSync } from 'node:child_process';

/** Manifests -> for each, the faults that Microsoft's published schema finds; the schema comes with the validator, so no network. */
export function manifestFaults(manifests: readonly object[]): readonly (readonly string[])[] {
  const printed = execFileSync(process.execPath, [require.resolve('./check-manifests.js')], {
    input: JSON.stringify(manifests),
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  return JSON.parse(printed.toString());
}
