import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runCommand } from '../test/run-command.mjs';
import { bundleForBrowser, runInBrowser } from './browser-bundles.mjs';
import { installedPackages } from './installed-contracts.mjs';

/**
 * What must hold in a project that has installed the packed contracts, by name. Each check returns one sentence per
 * problem, and may also throw. Those that run modules come after the one that compiles them.
 *
 * @type {Record<string, (project: import('./consumer-project.mjs').ConsumerProject) => Promise<string[]>>}
 */
export const consumerChecks = {
  async 'has types, modules, README and licence, and no spec'({ packed }) {
    const wanted = ['package.json', 'README.md', 'LICENSE', 'esm/index.js', 'esm/index.js.map', 'esm/index.d.ts'];
    return [
      ...wanted.filter((file) => !packed.includes(file)).map((file) => `${file} is missing.`),
      ...packed.filter((file) => file.includes('.spec.')).map((file) => `${file} is in the package.`),
    ];
  },

  async 'depends on class-validator and class-transformer only'({ folder }) {
    const manifest = join(folder, 'node_modules', '@ferry', 'contracts', 'package.json');
    const { dependencies, peerDependencies } = JSON.parse(readFileSync(manifest, 'utf8'));
    return [
      ...differences('dependencies', Object.keys(dependencies), ['class-transformer', 'class-validator']),
      ...differences('peers', Object.keys(peerDependencies), ['reflect-metadata']),
      ...(installedPackages(folder).includes('tslib') ? ['tslib was installed.'] : []),
    ];
  },

  async 'type-checks with module resolution nodenext'({ folder }) {
    return outputOfFailed('tsc', ['-p', folder]);
  },

  async 'type-checks with module resolution bundler'({ folder }) {
    return outputOfFailed('tsc', ['-p', folder, '--noEmit', '--module', 'esnext', '--moduleResolution', 'bundler']);
  },

  async 'revives a job in each Node that is here'({ folder }) {
    const nodes = new Set(['node', process.env.npm_node_execpath ?? 'node']);
    const runs = [...nodes].map((node) => outputOfFailed(node, [join(folder, 'out', 'revive.js')]));
    return (await Promise.all(runs)).flat();
  },

  async 'can be required by a CommonJS program'({ folder }) {
    const program = `require('module').createRequire(process.argv[1])('@ferry/contracts').JobStatus.Completed.length`;
    return outputOfFailed('node', ['--input-type=commonjs', '-e', program, join(folder, 'package.json')]);
  },

  async 'classes keep their names'({ folder }) {
    const { contracts } = await installedModules(folder);
    const classes = Object.entries(contracts).filter(([, value]) => /^class\s/.test(String(value)));
    const renamed = classes.filter(([name, type]) => type.name !== name);
    return [
      ...(classes.length === 0 ? ['There are no classes.'] : []),
      ...renamed.map(([name, type]) => `${name} is called ${type.name}.`),
    ];
  },

  async 'revives a job in a browser'({ folder }) {
    const { code } = await bundleForBrowser(folder, `import './revive.ts';`);
    runInBrowser(code);
    return [];
  },

  async 'leaves out of a bundle what is not used'({ folder }) {
    const { inputs } = await bundleForBrowser(folder, `export { JobStatus } from '@ferry/contracts';`);
    const surplus = inputs.filter((file) => file !== '<stdin>' && !file.endsWith('/jobs/job-status.js'));
    return surplus.map((file) => `One enumeration brings ${file}.`);
  },

  async 'writes an answer of the service as it was read'({ folder, address, token, jobPath }) {
    const { contracts, plainToInstance } = await installedModules(folder);
    const headers = { authorization: `Bearer ${token}` };
    const text = await (await fetch(`${address}${jobPath}?$expand=users`, { headers })).text();
    const written = JSON.stringify(plainToInstance(contracts.CrossTenantMigrationJob, JSON.parse(text)));
    return written === text ? [] : [`Read: ${text}`, `Written: ${written}`];
  },

  async 'example of the README: server'({ folder, job }) {
    const { faultsOf } = await import(pathToFileURL(join(folder, 'out', 'server.js')).href);
    const faults = await faultsOf({ ...job, resources: [], colour: 'blue' });
    return [
      ...differences('faults of a good body', Object.keys(await faultsOf(job)), []),
      ...differences('faults of a bad body', Object.keys(faults), ['colour', 'resources']),
    ];
  },

  async 'example of the README: browser'({ folder, address, token, job }) {
    const { code } = await bundleForBrowser(folder, `export * from './browser.ts';`);
    const place = { textContent: '' };
    const page = { fetch: (path, options) => fetch(new URL(path, address), options) };
    await runInBrowser(code, page).showJob(job.displayName, token, place);
    const expected = `${job.displayName} waits for its validation; cutover after `;
    return place.textContent.startsWith(expected) ? [] : [`The page says: ${place.textContent}`];
  },

  async 'example of the README: script'({ folder, job }) {
    const { ok, output } = await runCommand('node', [join(folder, 'out', 'script.js')], { quiet: true });
    return ok && output.startsWith(`${job.displayName} submitted `) ? [] : [`It says: ${output}`];
  },
};

async function installedModules(folder) {
  const { resolve } = createRequire(join(folder, 'package.json'));
  const load = (name) => import(pathToFileURL(resolve(name)).href);
  const { plainToInstance } = await load('class-transformer');
  return { contracts: await load('@ferry/contracts'), plainToInstance };
}

async function outputOfFailed(command, args) {
  const { ok, output } = await runCommand(command, args, { quiet: true });
  return ok ? [] : [output];
}

function differences(what, found, wanted) {
  const [has, needs] = [found, wanted].map((names) => names.toSorted().join(', '));
  return has === needs ? [] : [`${what}: ${has || 'none'} instead of ${needs || 'none'}.`];
}
