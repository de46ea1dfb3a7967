/** Faults that are really made to happen: killed processes, full disks, lost answers. FAULTS=short runs less of each. See docs/reliability.md. */
/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/tests/faults'],
  testMatch: ['**/*.test.ts'],
  testTimeout: 900_000,
  transform: { '^.+\\.ts$': '@swc/jest' },
};
