// Three kinds of tests: `unit` needs nothing; `integration` needs the PostgreSQL that its global setup starts; `launcher` and `killer` start their own.
const swc = {
  jsc: {
    target: 'es2024',
    parser: { syntax: 'typescript', tsx: true, decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
  },
  module: { type: 'es6' },
};

const shared = {
  transform: { '^.+\\.tsx?$': ['@swc/jest', swc] },
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  testEnvironment: 'node',
};

export default {
  maxWorkers: 2,
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/packages/*/src/**/*.test.{ts,tsx}', '<rootDir>/apps/*/{src,app,server}/**/*.test.{ts,tsx}'],
      setupFiles: ['<rootDir>/packages/tooling/src/jest-first-imports.ts'],
    },
    {
      ...shared,
      displayName: 'integration',
      // Thousands of races over a real database, perhaps on a busy machine.
      testTimeout: 60_000,
      testMatch: ['<rootDir>/apps/api/test/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '/test/killer/'],
      setupFiles: ['<rootDir>/packages/tooling/src/jest-first-imports.ts'],
      globalSetup: '<rootDir>/scripts/laptop/jest-integration-setup.mjs',
      globalTeardown: '<rootDir>/scripts/laptop/jest-integration-teardown.mjs',
    },
    {
      ...shared,
      displayName: 'killer',
      testMatch: ['<rootDir>/apps/api/test/killer/**/*.test.ts'],
      setupFiles: ['<rootDir>/packages/tooling/src/jest-first-imports.ts'],
    },
    { ...shared, displayName: 'launcher', testTimeout: 60_000, testMatch: ['<rootDir>/scripts/**/*.test.ts'] },
  ],
};
