import { join } from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

const root = join(__dirname, '..', '..');

/** The workspace's own rules without those that need types: the snippets are in files that do not exist. */
const eslint = new ESLint({
  cwd: root,
  overrideConfig: [
    {
      files: ['**/*.ts'],
      ...tseslint.configs.disableTypeChecked,
      languageOptions: { parserOptions: { projectService: false } },
    },
  ] as ESLint.Options['overrideConfig'],
});

async function findings(file: string, code: string): Promise<string[]> {
  const results = await eslint.lintText(code, { filePath: join(root, file) });
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId ?? 'parser'}: ${message}`));
}

const WALLS: [what: string, file: string, code: string, rule: string, advice: string][] = [
  [
    'contracts do not import Nest',
    'libs/contracts/src/example.ts',
    "export { Injectable } from '@nestjs/common';",
    '@nx/enforce-module-boundaries',
    'Keep the package on its own side',
  ],
  [
    'contracts do not import the domain',
    'libs/contracts/src/example.ts',
    "export { rollUp } from '@ferry/domain';",
    '@nx/enforce-module-boundaries',
    '(innermost ring|Move what both need into the inner of the two)',
  ],
  [
    'the domain uses no package',
    'libs/domain/src/example.ts',
    "export { IsInt } from 'class-validator';",
    '@nx/enforce-module-boundaries',
    'Keep the package on its own side',
  ],
  [
    'the domain does not read files',
    'libs/domain/src/example.ts',
    "export { readFile } from 'node:fs/promises';",
    '@typescript-eslint/no-restricted-imports',
    'through a port',
  ],
  [
    'nor by the old name of the module',
    'libs/domain/src/example.ts',
    "export { readFile } from 'fs/promises';",
    '@typescript-eslint/no-restricted-imports',
    'through a port',
  ],
  [
    'the domain has no clock',
    'libs/domain/src/example.ts',
    '/** Now. */ export const now = () => new Date();',
    'no-restricted-syntax',
    'take the time as an argument',
  ],
  [
    'the mover does not know the query language',
    'libs/mover/src/example.ts',
    "export { parseFilter } from '@ferry/odata';",
    '@nx/enforce-module-boundaries',
    'Move the shared type inward',
  ],
  [
    'the console does not import a database driver',
    'apps/console/src/app/example.ts',
    "export { Pool } from 'pg';",
    '@nx/enforce-module-boundaries',
    'Keep the package on its own side',
  ],
  [
    'views do not read stores',
    'apps/console/src/app/ui/example.ts',
    "export { JobsStore } from '../jobs/data/jobs-store';",
    '@typescript-eslint/no-restricted-imports',
    'only has inputs and outputs',
  ],
  [
    'services do not speak SQL',
    'apps/api/src/jobs/jobs.service.ts',
    "export { eq } from 'drizzle-orm';",
    '@typescript-eslint/no-restricted-imports',
    'Only repositories speak SQL',
  ],
  [
    'services ask the one clock',
    'apps/api/src/jobs/jobs.service.ts',
    'export const late = Date.now() > 0;',
    'no-restricted-syntax',
    'inject ServiceClock',
  ],
  [
    'services do not read the environment',
    'apps/api/src/jobs/jobs.service.ts',
    "export const port = process.env['PORT'];",
    'no-restricted-properties',
    'Only config/ reads the environment',
  ],
];

describe('the walls', () => {
  it.each(WALLS)('%s', async (what, file, code, rule, advice) => {
    expect(await findings(file, code)).toContainEqual(expect.stringMatching(new RegExp(`^${rule}: .*${advice}`, 's')));
  });

  it('let each side use what is its own', async () => {
    const allowed = [
      await findings('libs/contracts/src/example.ts', "export { IsInt } from 'class-validator';"),
      await findings('libs/domain/src/example.ts', "export { JobStatus } from '@ferry/contracts';"),
      await findings(
        'libs/domain/src/example.ts',
        '/** Parsed. */ export const parse = (text: string) => new Date(text);',
      ),
      await findings('apps/api/src/jobs/jobs.repository.ts', "export { eq } from 'drizzle-orm';"),
    ];
    expect(allowed.flat()).toEqual([]);
  });

  it('ask for a docstring on what a library exports', async () => {
    expect(await findings('libs/domain/src/example.ts', 'export const answer = 42;')).toEqual([
      expect.stringContaining('ferry/documented-exports: Exported from a library without a docstring'),
    ]);
  });
});
