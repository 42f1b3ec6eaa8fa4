const { join } = require('node:path');
const nxPreset = require('@nx/jest/preset').default;
const swcOptions = require('./tools/swc-options.cjs');

/**
 * What every Jest project of the workspace shares: Node as environment, SWC with the very options of the build (so a
 * spec sees the decorator metadata that production sees), UTC as time zone, and reflect-metadata before anything else.
 */
process.env.TZ = 'UTC';

module.exports = {
  ...nxPreset,
  testEnvironment: 'node',
  setupFiles: [require.resolve('reflect-metadata')],
  transform: { '^.+\\.[tj]s$': ['@swc/jest', { ...swcOptions, module: { type: 'commonjs' } }] },
  testMatch: ['**/*.spec.ts'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'json'],
  coverageDirectory: join(__dirname, 'coverage'),
  clearMocks: true,
};
