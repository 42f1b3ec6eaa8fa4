/**
 * `npm run gen`: writes the files that are generated and committed (migrations, openapi.json, docs/settings.md,
 * docs/errors.md, the tables of the conformance suite). With `--check` it only says which of them are not current.
 */
import { staleArtefacts, writeArtefacts } from './generate/artefacts.mjs';
import { runTarget } from './test/nx.mjs';

if ((await runTarget('build', ['api', 'conformance'])).size > 0) process.exit(1);

if (process.argv.includes('--check')) {
  const problems = Object.values(await staleArtefacts()).flat();
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length > 0 ? 1 : 0;
} else {
  await writeArtefacts();
}
