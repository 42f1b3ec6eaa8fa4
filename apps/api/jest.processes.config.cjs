module.exports = {
  displayName: 'processes',
  preset: '../../jest.preset.js',
  roots: ['<rootDir>/test/processes'],
  // Whole migrations by several processes, with outages in between.
  testTimeout: 180_000,
};
