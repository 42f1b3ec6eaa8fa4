/**
 * Which project may use which: the ring walls of docs/adr/0001. Every project carries one `type:` tag (what it is) and
 * one `platform:` tag (where it runs); both rows that match apply.
 */

const SERVER_PACKAGES = [
  '@nestjs/*',
  'pg',
  'pg-boss',
  'drizzle-orm',
  'drizzle-orm/*',
  '@electric-sql/*',
  'fastify',
  '@fastify/*',
  'imapflow',
];
const NO_PACKAGES = { allowedExternalImports: [] };
const LIBRARIES_FOR_APPS = [
  'type:contracts',
  'type:domain',
  'type:odata',
  'type:spi',
  'type:store',
  'type:mover',
  'type:testing',
];

export const depConstraints = [
  {
    sourceTag: 'type:contracts',
    onlyDependOnLibsWithTags: [],
    allowedExternalImports: ['class-validator', 'class-transformer'],
  },
  { sourceTag: 'type:domain', onlyDependOnLibsWithTags: ['type:contracts'], ...NO_PACKAGES },
  { sourceTag: 'type:odata', onlyDependOnLibsWithTags: [], ...NO_PACKAGES },
  { sourceTag: 'type:spi', onlyDependOnLibsWithTags: ['type:contracts', 'type:domain'], ...NO_PACKAGES },
  { sourceTag: 'type:store', onlyDependOnLibsWithTags: ['type:spi', 'type:contracts', 'type:domain'] },
  { sourceTag: 'type:mover', onlyDependOnLibsWithTags: ['type:spi', 'type:contracts', 'type:domain'], ...NO_PACKAGES },
  { sourceTag: 'type:testing', onlyDependOnLibsWithTags: ['type:contracts', 'type:domain', 'type:spi'] },
  { sourceTag: 'type:app', onlyDependOnLibsWithTags: LIBRARIES_FOR_APPS },
  { sourceTag: 'type:e2e', onlyDependOnLibsWithTags: ['type:contracts', 'type:domain', 'type:testing'] },
  {
    sourceTag: 'platform:browser',
    onlyDependOnLibsWithTags: ['platform:any', 'platform:browser'],
    bannedExternalImports: SERVER_PACKAGES,
  },
  {
    sourceTag: 'platform:node',
    onlyDependOnLibsWithTags: ['platform:any', 'platform:node'],
    bannedExternalImports: ['@angular/*'],
  },
  {
    sourceTag: 'platform:any',
    onlyDependOnLibsWithTags: ['platform:any'],
    bannedExternalImports: [...SERVER_PACKAGES, '@angular/*'],
  },
];

/**
 * The benchmarks measure the service from inside, and specs start the servers of `tools/test`: neither is in what is built, so
 * a way round through both is no cycle.
 */
export const ignoredCircularDependencies = [['tools', 'api']];

/** What to do instead, said after the finding of the Nx rule (whose own messages only name the tags). */
const ADVICE = {
  bannedExternalImportsViolation:
    'Keep the package on its own side: HTTP, SQL and files belong to apps/api or a store, screens to apps/console. ' +
    'What both sides need travels as a class of libs/contracts or is decided by a pure function of libs/domain.',
  onlyTagsConstraintViolation:
    'Move the shared type inward (libs/contracts for what travels, libs/domain for rules), or let the outer project call this one and hand in what it needs.',
  emptyOnlyTagsConstraintViolation:
    'This library is an innermost ring: whatever needs both it and the other library belongs in that other library.',
  notTagsConstraintViolation: 'Depend on the port in libs/stores/spi instead.',
  noRelativeOrAbsoluteImportsAcrossLibraries: 'Import the library by its name, for example "@ferry/contracts".',
  noImportsOfApps: 'Two apps meet in libs/contracts: move what both need there.',
  noCircularDependencies: 'Move what both need into the inner of the two, or into libs/contracts.',
  projectWithoutTagsCannotHaveDependencies:
    'Give the project.json one "type:" tag and one "platform:" tag (tools/lint/boundaries.mjs lists them).',
};

/**
 * The Nx plugin with our advice behind the messages of its rule.
 *
 * @param {{ rules: Record<string, any> }} nx the plugin `@nx/eslint-plugin/nx`
 */
export function withAdvice(nx) {
  const rule = nx.rules['enforce-module-boundaries'];
  const messages = Object.fromEntries(
    Object.entries(rule.meta.messages).map(([id, text]) => [id, ADVICE[id] ? `${text}. ${ADVICE[id]}` : text]),
  );
  return {
    ...nx,
    rules: { ...nx.rules, 'enforce-module-boundaries': { ...rule, meta: { ...rule.meta, messages } } },
  };
}
