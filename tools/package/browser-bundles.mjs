import { build } from 'esbuild';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';

/**
 * Bundles a program of the consumer for a browser; a module of Node anywhere in it is an error.
 *
 * @param {string} folder of the consumer
 * @param {string} contents the program
 * @returns {Promise<{ code: string, inputs: string[] }>} `inputs`: the files that are in the bundle
 */
export async function bundleForBrowser(folder, contents) {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: folder, loader: 'ts' },
    absWorkingDir: folder,
    outfile: join(folder, 'bundle.js'),
    bundle: true,
    platform: 'browser',
    format: 'iife',
    globalName: 'bundle',
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  const [output] = Object.values(metafile.outputs);
  const inputs = Object.entries(output.inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  return { code: outputFiles[0].text, inputs: inputs.map(([file]) => file) };
}

/**
 * Runs a bundle where there is nothing but the language and the named globals: neither `process` nor `Buffer`.
 *
 * @param {string} code
 * @param {Record<string, unknown>} globals
 * @returns {any} what the bundle exports
 */
export function runInBrowser(code, globals = {}) {
  return runInContext(`${code}; bundle`, createContext(globals));
}
