import { inWorkspace } from '../../workspace/paths.mjs';
import { bundle } from '../engine/child.mjs';
import { provideMbsync } from './mbsync.mjs';
import { memory } from './memory.mjs';
import { speed } from './speed.mjs';

const source = inWorkspace('tools', 'bench', 'mail', 'mail-process.ts');
/** Below the workspace, where the packages are found. */
const bundled = inWorkspace('tmp', 'bench', 'mail-process.mjs');

/**
 * Mail copied from one user of Dovecot to another: how fast, against `mbsync`, and whether a hundred times as many
 * messages need more memory.
 */
export async function mail({ quick }) {
  const program = await provideMbsync();
  await bundle(source, bundled);
  return [
    await speed({ medium: 'disk', program, bundled, quick }),
    await speed({ medium: 'tmpfs', program, bundled, quick }),
    await memory({ bundled, quick }),
  ];
}
