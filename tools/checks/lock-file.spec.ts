import { missingOptionalPackages } from './lock-file.mjs';

describe('missingOptionalPackages', () => {
  it('accepts an optional package at the top level or beside the package that wants it', () => {
    const packages = {
      '': {},
      'node_modules/compiler': { optionalDependencies: { 'compiler-linux': '1', 'compiler-darwin': '1' } },
      'node_modules/compiler-linux': {},
      'node_modules/compiler/node_modules/compiler-darwin': {},
    };
    expect(missingOptionalPackages({ packages })).toEqual([]);
  });

  it('finds the binary of another system that npm install dropped', () => {
    const packages = {
      '': {},
      'node_modules/compiler': { optionalDependencies: { 'compiler-linux': '1', '@compiler/darwin-arm64': '1' } },
      'node_modules/compiler-linux': {},
    };
    expect(missingOptionalPackages({ packages })).toEqual([
      'package-lock.json lacks "@compiler/darwin-arm64", an optional dependency of "node_modules/compiler".',
    ]);
  });

  it('does not accept a package that is nested below an unrelated one', () => {
    const packages = {
      '': { optionalDependencies: { extra: '1' } },
      'node_modules/other/node_modules/extra': {},
    };
    expect(missingOptionalPackages({ packages })).toEqual([
      'package-lock.json lacks "extra", an optional dependency of "the workspace".',
    ]);
  });
});
