module.exports = {
  displayName: 'stores-imap',
  preset: '../../../jest.preset.js',
  // Against a mail server: the suite `mail servers` of `npm test` runs these, or says that there is none.
  testPathIgnorePatterns: ['/node_modules/', '\\.server\\.spec\\.ts$'],
};
