module.exports = {
  displayName: 'stores-imap',
  preset: '../../../jest.preset.js',
  // Real mail servers, and large messages: seconds on a quiet machine.
  testTimeout: 60_000,
};
