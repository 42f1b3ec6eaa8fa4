import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, rmdirSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const BLOCK = Buffer.alloc(64 * 1024);

/** A disk in memory that can be filled to the last byte. To make one needs the rights of root. */
export class SmallDisk {
  private constructor(
    readonly folder: string,
    private readonly ballast: string,
  ) {}

  /** Mounts a disk of so many megabytes. */
  static of(megabytes: number): SmallDisk {
    const folder = mkdtempSync(join(tmpdir(), 'ferry-disk-'));
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]);
    return new SmallDisk(folder, join(folder, 'ballast'));
  }

  /** Leaves no room at all. */
  fill(): void {
    const file = openSync(this.ballast, 'a');
    try {
      for (let size = BLOCK.length; size > 0;) size = this.append(file, size);
    } finally {
      closeSync(file);
    }
  }

  /** Gives the room back. */
  free(): void {
    rmSync(this.ballast, { force: true });
  }

  remove(): void {
    execFileSync('umount', ['-l', this.folder]);
    rmdirSync(this.folder);
  }

  /** Adds what fits of a block; the size to go on with. */
  private append(file: number, size: number): number {
    try {
      return writeSync(file, BLOCK, 0, size) === size ? size : Math.floor(size / 2);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      return Math.floor(size / 2);
    }
  }
}
