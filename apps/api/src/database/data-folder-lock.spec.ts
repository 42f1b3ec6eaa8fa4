import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataFolderInUseError, lockDataFolder } from './data-folder-lock';

describe('lockDataFolder', () => {
  const folder = () => mkdtempSync(join(tmpdir(), 'ferry-lock-'));

  it('refuses a folder that is held, naming the process and the remedy', async () => {
    const held = folder();
    const unlock = await lockDataFolder(held);
    await expect(lockDataFolder(held)).rejects.toThrow(DataFolderInUseError);
    await expect(lockDataFolder(held)).rejects.toThrow(`in use by process ${process.pid}`);
    await unlock();
  });

  it('refuses a folder of another living process', async () => {
    const held = folder();
    writeFileSync(join(held, 'owner.pid'), JSON.stringify({ pid: process.ppid, startTime: null }));
    await expect(lockDataFolder(held)).rejects.toThrow('FERRY_DATA_DIR');
  });

  it('takes over from a process that is gone, or whose number was given to another', async () => {
    const gone = folder();
    writeFileSync(join(gone, 'owner.pid'), JSON.stringify({ pid: 2 ** 22 + 1, startTime: null }));
    await (
      await lockDataFolder(gone)
    )();
    const reused = folder();
    writeFileSync(join(reused, 'owner.pid'), JSON.stringify({ pid: process.ppid, startTime: 'before' }));
    await expect((await lockDataFolder(reused))()).resolves.toBeUndefined();
  });

  it('may be taken again after it was given back', async () => {
    const again = folder();
    await (
      await lockDataFolder(again)
    )();
    await expect((await lockDataFolder(again))()).resolves.toBeUndefined();
  });
});
