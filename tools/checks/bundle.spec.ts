import { serverCodeInBundle } from './bundle.mjs';

describe('serverCodeInBundle', () => {
  it('accepts what belongs into a browser', () => {
    const inputs = { 'node_modules/@angular/core/fesm2022/core.mjs': {}, 'libs/contracts/src/index.ts': {} };
    expect(serverCodeInBundle({ inputs })).toEqual([]);
  });

  it('names each server package once', () => {
    const inputs = {
      'node_modules/@nestjs/common/index.js': {},
      'node_modules/@nestjs/core/index.js': {},
      'node_modules/pg/lib/index.js': {},
      'node_modules/pgpass-like/index.js': {},
    };
    expect(serverCodeInBundle({ inputs })).toEqual([
      "The console's bundle contains @nestjs.",
      "The console's bundle contains pg.",
    ]);
  });
});
