import { mkdtempSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepOnce, readKept, replaceFile } from './keep-once';

describe('keepOnce', () => {
  const folder = () => mkdtempSync(join(tmpdir(), 'ferry-kept-'));

  it('makes a file once and reads it ever after', async () => {
    const file = join(folder(), 'keys', 'key');
    expect(await keepOnce(file, async () => 'first')).toBe('first');
    expect(await keepOnce(file, async () => 'second')).toBe('first');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(file, '..')).mode & 0o777).toBe(0o700);
  });

  it('gives the same text to all who begin together, and leaves nothing else behind', async () => {
    const home = folder();
    const texts = await Promise.all(
      Array.from({ length: 20 }, (_, number) => keepOnce(join(home, 'key'), async () => `by ${number}`)),
    );
    expect(new Set(texts).size).toBe(1);
    expect(readdirSync(home)).toEqual(['key']);
  });

  it('replaces a file as a whole', async () => {
    const file = join(folder(), 'cert');
    expect(await readKept(file)).toBeUndefined();
    await replaceFile(file, 'old');
    await replaceFile(file, 'new');
    expect(await readKept(file)).toBe('new');
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });
});
