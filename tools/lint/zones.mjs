import { builtinModules } from 'node:module';

/**
 * Walls inside a project and against Node's own modules, which the boundaries between projects do not see. One entry
 * per zone; the zones do not overlap, because a second `no-restricted-imports` on a file would replace the first.
 */

export const SPECS = [
  '**/*.spec.ts',
  '**/*.e2e.ts',
  '**/testing/**/*.ts',
  'apps/*/test/**/*.ts',
  'libs/testing/**/*.ts',
];

const SYSTEM_TIME = "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.name='Date']";

const TIME_AND_CHANCE = [
  {
    selector: SYSTEM_TIME,
    message: 'This library has no clock: take the time as an argument (`now: Date`), so that a test can move it.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'This library has no clock: take the time as an argument (`now: Date`), so that a test can move it.',
  },
  {
    selector: "CallExpression[callee.object.name='performance'][callee.property.name='now']",
    message: 'This library has no clock: take the time as an argument, so that a test can move it.',
  },
  {
    selector: 'CallExpression[callee.name=/^(setTimeout|setInterval|setImmediate)$/]',
    message: 'This library does not wait: return when to go on, and let the caller schedule it.',
  },
  {
    selector:
      "MemberExpression[object.name='Math'][property.name='random'], CallExpression[callee.property.name='randomUUID']",
    message: 'This library has no chance in it: take the number or the id as an argument.',
  },
];

const pureLibraries = {
  name: 'ferry/no-node-in-pure-libraries',
  files: ['libs/{contracts,domain,odata,mover}/**/*.ts', 'libs/stores/spi/**/*.ts'],
  ignores: SPECS,
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        paths: builtinModules.map((name) => ({
          name,
          message:
            'This library also runs in a browser: take what you need as an argument or through a port, and read it in apps/api.',
        })),
        patterns: [
          {
            group: ['node:*'],
            message:
              'This library also runs in a browser: take what you need as an argument or through a port, and read it in apps/api.',
          },
        ],
      },
    ],
  },
};

const clocklessLibraries = {
  name: 'ferry/no-clock-in-pure-libraries',
  files: ['libs/{domain,odata,mover}/**/*.ts'],
  ignores: SPECS,
  rules: { 'no-restricted-syntax': ['error', ...TIME_AND_CHANCE] },
};

const plainDomain = {
  name: 'ferry/no-decorators-in-domain',
  files: ['libs/domain/**/*.ts'],
  ignores: SPECS,
  rules: {
    'no-restricted-syntax': [
      'error',
      ...TIME_AND_CHANCE,
      {
        selector: 'Decorator',
        message:
          'The domain is plain functions and tables: decorators belong to libs/contracts (wire) and apps/api (Nest).',
      },
    ],
  },
};

const sqlInRepositories = {
  name: 'ferry/sql-in-repositories',
  files: ['apps/api/src/**/*.ts'],
  ignores: [...SPECS, '**/*.repository.ts', '**/*.sql.ts', 'apps/api/src/database/**', 'apps/api/src/queue/queue.ts'],
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: '^(drizzle-orm|pg|@electric-sql/pglite)(/|$)',
            message: 'Only repositories speak SQL: add a method to the *.repository.ts of the noun, and call that.',
          },
          {
            regex: '/schema(\\.js|/.*)?$|\\.(schema|table)(\\.js)?$',
            message: 'Only repositories know the tables: ask the *.repository.ts of the noun for a domain record.',
          },
          {
            regex: '^(node:)?process$',
            importNames: ['env', 'default'],
            message: 'Only config/ reads the environment: declare the switch there and inject the configuration.',
          },
        ],
      },
    ],
  },
};

const environmentInConfig = {
  name: 'ferry/environment-in-config',
  files: ['apps/api/src/**/*.ts'],
  ignores: [...SPECS, 'apps/api/src/config/**', 'apps/api/src/main*.ts'],
  rules: {
    'no-restricted-properties': [
      'error',
      {
        object: 'process',
        property: 'env',
        message:
          'Only config/ reads the environment: declare the switch there (typed, in the README) and inject the configuration.',
      },
    ],
  },
};

const oneClock = {
  name: 'ferry/one-clock',
  files: ['apps/api/src/**/*.ts'],
  // Tokens, certificates and log lines live in real time, whatever a rehearsal does.
  ignores: [...SPECS, 'apps/api/src/{clock,auth,tls,logging}/**'],
  rules: {
    'no-restricted-syntax': [
      'error',
      {
        selector: `${SYSTEM_TIME}, CallExpression[callee.object.name='Date'][callee.property.name='now']`,
        message: 'There is one clock: inject ServiceClock and ask it, so that a test or a rehearsal can move the time.',
      },
    ],
  },
};

const dumbViews = {
  name: 'ferry/views-without-data',
  files: ['apps/console/src/app/ui/**/*.ts'],
  ignores: SPECS,
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: '/data(/|$)',
            message: 'A view of ui/ only has inputs and outputs: let the page read the store and pass the values down.',
          },
        ],
      },
    ],
  },
};

const quietCode = {
  name: 'ferry/structured-logs',
  files: ['apps/{api,console}/src/**/*.ts', 'libs/**/*.ts'],
  ignores: SPECS,
  rules: { 'no-console': 'error' },
};

export const zones = [
  pureLibraries,
  clocklessLibraries,
  plainDomain,
  sqlInRepositories,
  environmentInConfig,
  oneClock,
  dumbViews,
  quietCode,
];
