/**
 * Puts a Brotli and a gzip copy beside every text file of the built console. The service sends them as they are, so the
 * work is done once and at the highest level, and not for each first load.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { inWorkspace } from './workspace/paths.mjs';

const TEXT = /\.(?:js|css|html|svg|json|txt)$/;
/** Below this a copy is hardly smaller than the original. */
const SMALLEST = 1_024;

const folder = inWorkspace('dist', 'apps', 'console', 'browser');
for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  if (!TEXT.test(name)) continue;
  const path = join(folder, name);
  const content = readFileSync(path);
  if (content.length < SMALLEST) continue;
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  writeFileSync(`${path}.br`, brotliCompressSync(content, { params }));
  writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
}
