const { createCjsPreset } = require('jest-preset-angular/presets');
const workspace = require('../../jest.preset.js');

/** Angular compiles its own templates and decorators: its preset takes the place of SWC, and a DOM that of Node. */
module.exports = {
  ...workspace,
  ...createCjsPreset({ tsconfig: '<rootDir>/tsconfig.json' }),
  displayName: 'console',
  setupFilesAfterEnv: ['<rootDir>/jest.setup.ts'],
};
