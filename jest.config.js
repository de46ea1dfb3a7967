/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  // Jest leaves one core idle unless it is told otherwise.
  maxWorkers: '100%',
  roots: ['<rootDir>/tests'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['<rootDir>/tests/browser/', '<rootDir>/tests/postgres/', '<rootDir>/tests/faults/'],
  transform: { '^.+\\.ts$': '@swc/jest' },
};
