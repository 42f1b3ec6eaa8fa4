module.exports = {
  displayName: 'api',
  preset: '../../jest.preset.js',
  roots: ['<rootDir>/src', '<rootDir>/test'],
  // Processes of the built service, and jobs between mail servers: suites of their own of `npm test` run them.
  testPathIgnorePatterns: ['/node_modules/', '/test/processes/', '/test/mail/'],
  globalSetup: '<rootDir>/test/support/prepare-pglite.ts',
  // Whole migrations on a database: seconds on a quiet machine, a minute on one that is busy with everything else.
  testTimeout: 120_000,
};
