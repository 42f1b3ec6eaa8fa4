module.exports = { displayName: 'stores-spi', preset: '../../../jest.preset.js' };
