const { createCjsPreset } = require('jest-preset-angular/presets');
const workspace = require('../../jest.preset.js');

/** Angular compiles its own templates and decorators: its preset takes the place of SWC, and a DOM that of Node. */
module.exports = {
  ...workspace,
  ...createCjsPreset({ tsconfig: '<rootDir>/tsconfig.json' }),
  displayName: 'console',
  // Angular's own modules and the icons, which become texts as in the build.
  transformIgnorePatterns: ['node_modules/(?!.*\\.(mjs|svg)$)'],
  setupFilesAfterEnv: ['<rootDir>/jest.setup.ts'],
};
