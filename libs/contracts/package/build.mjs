/**
 * Builds the package into dist/libs/contracts: one ES module for each source file, so that a bundler can leave out what is
 * not used, with its types, the sources that the maps point to, and a package.json. Nothing is bundled, and SWC is not
 * needed: the compiler that writes the types emits the same decorator metadata.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { documentMembers } from './document-members.mjs';

const project = join(import.meta.dirname, '..');
const workspace = join(project, '..', '..');
const target = join(workspace, 'dist', 'libs', 'contracts');
const modules = join(target, 'esm');

rmSync(target, { recursive: true, force: true });
const compiled = spawnSync('tsc', ['-p', join(project, 'tsconfig.build.json')], { stdio: 'inherit' });
if (compiled.status !== 0) process.exit(compiled.status ?? 1);
writeFileSync(join(target, 'package.json'), `${JSON.stringify(manifest(), undefined, 2)}\n`);

const emitted = readdirSync(modules, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name));
for (const file of emitted) {
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, file.endsWith('.map') ? toPackedSources(text) : withExtensions(file, text));
}

const { descriptionOf } = await import(pathToFileURL(join(modules, 'index.js')).href);
for (const file of emitted.filter((name) => name.endsWith('.d.ts'))) {
  const types = readFileSync(file, 'utf8');
  writeFileSync(file, await documentMembers(types, file.replace(/\.d\.ts$/, '.js'), descriptionOf));
}

cpSync(join(project, 'src'), join(target, 'src'), {
  recursive: true,
  filter: (file) => !file.endsWith('.spec.ts'),
});
cpSync(join(project, 'README.md'), join(target, 'README.md'));
cpSync(join(workspace, 'LICENSE'), join(target, 'LICENSE'));

/** The sources name their neighbours without an extension, which a bundler finds; Node and `nodenext` want a file name. */
function withExtensions(file, text) {
  return text.replaceAll(/(\bfrom |\bimport\(|\bimport )(['"])(\.[^'"]+)\2/g, (_all, before, quote, specifier) => {
    const module = `${specifier}.js`;
    if (!existsSync(join(dirname(file), module))) throw new Error(`${file} imports ${specifier}, which is no file.`);
    return `${before}${quote}${module}${quote}`;
  });
}

/** Maps point from dist to the sources of the workspace; in a package the copy beside them is meant. */
function toPackedSources(map) {
  return map.replaceAll('../../../libs/contracts/src/', 'src/');
}

/** What is installed with the package is what the workspace tests it with, or newer as far as that promises to fit. */
function manifest() {
  const { dependencies: installed } = readManifest(workspace);
  const range = (name) => ({ [name]: `^${installed[name]}` });
  return {
    ...readManifest(project),
    type: 'module',
    main: './esm/index.js',
    types: './esm/index.d.ts',
    exports: {
      '.': { types: './esm/index.d.ts', default: './esm/index.js' },
      './package.json': './package.json',
    },
    dependencies: { ...range('class-transformer'), ...range('class-validator') },
    peerDependencies: range('reflect-metadata'),
  };
}

function readManifest(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}
