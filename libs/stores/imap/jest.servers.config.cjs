module.exports = {
  displayName: 'mail-servers',
  preset: '../../../jest.preset.js',
  testMatch: ['**/*.server.spec.ts'],
  // Servers are started and stopped, and large messages copied.
  testTimeout: 120_000,
};
