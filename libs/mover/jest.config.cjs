module.exports = { displayName: 'mover', preset: '../../jest.preset.js' };
