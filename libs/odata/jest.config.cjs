module.exports = { displayName: 'odata', preset: '../../jest.preset.js' };
