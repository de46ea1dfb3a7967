/** Tests on a real PostgreSQL: `npm run test:postgres` starts one and says where it is in TEST_POSTGRES_URL. */
/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/tests/postgres'],
  testMatch: ['**/*.test.ts'],
  testTimeout: 60_000,
  transform: { '^.+\\.ts$': '@swc/jest' },
};
