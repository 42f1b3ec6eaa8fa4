import { fingerprintSources, isBuiltFrom, markBuiltFrom } from '../start/build-stamp.mjs';
import { runCommand } from '../test/run-command.mjs';

/** Builds what is measured, unless it was built from these very sources; `npm start` then finds it built, too. */
export async function buildAll() {
  const fingerprint = fingerprintSources();
  if (isBuiltFrom(fingerprint)) return;
  const args = ['run-many', '-t', 'build', '-p', 'api,console', '--output-style=static-failures-only'];
  const { ok, output } = await runCommand('nx', args, { quiet: true });
  if (!ok) throw new Error(`The build failed; nothing was measured.\n${output}`);
  markBuiltFrom(fingerprint);
}
