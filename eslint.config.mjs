import nx from '@nx/eslint-plugin/nx';
import angular from 'angular-eslint';
import prettier from 'eslint-config-prettier/flat';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { depConstraints, ignoredCircularDependencies, withAdvice } from './tools/lint/boundaries.mjs';
import { documentedExports } from './tools/lint/documented-exports.mjs';
import { SPECS, zones } from './tools/lint/zones.mjs';

/** There are no warnings here: a rule is worth an error, or it is off. */
const asErrors = (configs) =>
  configs.map((config) => ({
    ...config,
    rules: Object.fromEntries(
      Object.entries(config.rules ?? {}).map(([name, level]) => [name, level === 'warn' ? 'error' : level]),
    ),
  }));

export default defineConfig(
  {
    ignores: [
      '**/node_modules/**',
      '**/coverage/**',
      '**/test-results/**',
      '**/playwright-report/**',
      'dist/**',
      'tmp/**',
      'data/**',
      '.nx/**',
      '.angular/**',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    name: 'ferry/every-file',
    files: ['**/*.{ts,mjs,cjs,js}'],
    rules: {
      'max-lines': ['error', { max: 400 }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  {
    name: 'ferry/scripts',
    files: ['**/*.{mjs,cjs,js}'],
    extends: [tseslint.configs.recommended],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    name: 'ferry/typescript',
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { requireDefaultForNonUnion: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/unbound-method': ['error', { ignoreStatic: true }],
      // A row or a message holds plain words; the place that reads it says once which enumeration they are of.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      // A mapper writes an answer member by member; the class of it describes and checks, it has no behaviour to lose.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      // A port is often implemented by something that answers at once; `async` then only makes it a promise.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    name: 'ferry/walls-between-projects',
    files: ['**/*.{ts,mjs,cjs,js}'],
    ignores: [...SPECS, '**/jest.config.cjs', '**/jest.setup.ts', '**/test-setup.ts'],
    plugins: { '@nx': withAdvice(nx) },
    rules: { '@nx/enforce-module-boundaries': ['error', { depConstraints, ignoredCircularDependencies }] },
  },
  ...zones,
  {
    name: 'ferry/documented-libraries',
    files: ['libs/**/*.ts'],
    ignores: SPECS,
    plugins: { ferry: { rules: { 'documented-exports': documentedExports } } },
    rules: { 'ferry/documented-exports': 'error' },
  },
  {
    name: 'ferry/console',
    files: ['apps/console/**/*.ts'],
    extends: [asErrors(angular.configs.tsRecommended)],
    processor: angular.processInlineTemplates,
  },
  {
    name: 'ferry/console-templates',
    files: ['apps/console/**/*.html'],
    ignores: ['apps/console/src/index.html'],
    extends: [asErrors(angular.configs.templateRecommended), asErrors(angular.configs.templateAccessibility)],
  },
  {
    name: 'ferry/specs',
    files: SPECS,
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // The one type-aware rule that a spec needs: an expectation that nobody awaits always passes.
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  prettier,
);
