module.exports = {
  displayName: 'api',
  preset: '../../jest.preset.js',
  roots: ['<rootDir>/src', '<rootDir>/test'],
  globalSetup: '<rootDir>/test/support/prepare-pglite.ts',
  testTimeout: 30_000,
};
