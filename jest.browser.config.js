/** Tests that draw in a real Chromium. Set CHROMIUM_PATH where it is not at /usr/bin/chromium. */
/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/tests/browser'],
  testMatch: ['**/*.test.ts'],
  testTimeout: 60_000,
  transform: { '^.+\\.ts$': '@swc/jest' },
};
