import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillFromTemplate, TEMPLATE_FOLDER } from './embedded-template';

describe('fillFromTemplate', () => {
  const build = mkdtempSync(join(tmpdir(), 'ferry-build-'));
  const migrations = join(build, 'migrations');
  const data = () => mkdtempSync(join(tmpdir(), 'ferry-data-'));

  beforeAll(() => {
    mkdirSync(join(build, TEMPLATE_FOLDER, 'base'), { recursive: true });
    writeFileSync(join(build, TEMPLATE_FOLDER, 'base', '1'), 'template');
  });

  it('copies the prepared database into a new data folder, and what a killed start left does not matter', async () => {
    const folder = data();
    mkdirSync(join(folder, 'pgdata.part'));
    writeFileSync(join(folder, 'pgdata.part', 'half'), '');
    await fillFromTemplate(join(folder, 'pgdata'), migrations);
    expect(readFileSync(join(folder, 'pgdata', 'base', '1'), 'utf8')).toBe('template');
    expect(readdirSync(folder)).toEqual(['pgdata']);
  });

  it('leaves a database alone that is there', async () => {
    const folder = data();
    mkdirSync(join(folder, 'pgdata'));
    await fillFromTemplate(join(folder, 'pgdata'), migrations);
    expect(readdirSync(join(folder, 'pgdata'))).toEqual([]);
  });

  it('does nothing where no database was prepared', async () => {
    const folder = data();
    await fillFromTemplate(join(folder, 'pgdata'), join(folder, 'migrations'));
    expect(existsSync(join(folder, 'pgdata'))).toBe(false);
  });
});
