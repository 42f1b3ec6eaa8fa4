module.exports = {
  displayName: 'mail-jobs',
  preset: '../../jest.preset.js',
  roots: ['<rootDir>/test/mail'],
  globalSetup: '<rootDir>/test/support/prepare-pglite.ts',
  // Whole migrations between servers that are started for them.
  testTimeout: 180_000,
};
