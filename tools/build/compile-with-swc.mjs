import { transform } from '@swc/core';
import { readFile } from 'node:fs/promises';
import swcOptions from '../swc-options.cjs';

/**
 * SWC compiles our own files, because esbuild emits no decorator metadata, which injection needs.
 *
 * @type {import('esbuild').Plugin}
 */
export const compileWithSwc = {
  name: 'compile-with-swc',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/](?:apps|libs)[\\/].*\.ts$/ }, async ({ path }) => {
      const options = { ...swcOptions, filename: path, module: { type: 'es6' } };
      const { code } = await transform(await readFile(path, 'utf8'), options);
      return { contents: code, loader: 'js' };
    });
  },
};
