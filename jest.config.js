/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/tests'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['<rootDir>/tests/browser/', '<rootDir>/tests/postgres/', '<rootDir>/tests/faults/'],
  transform: { '^.+\\.ts$': '@swc/jest' },
};
