import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FerryProcess } from './ferry-process';

/** The clock of the machine as some processes see it: it can be set, forward and back, while they run. */
export class ShiftedClock {
  readonly preload = join(__dirname, 'shifted-clock.mjs');
  private readonly folder = mkdtempSync(join(tmpdir(), 'ferry-clock-'));
  private readonly file = join(this.folder, 'shift');

  constructor() {
    writeFileSync(this.file, '0');
  }

  /** What the processes are started with. */
  get settings(): Readonly<Record<string, string>> {
    return { TEST_CLOCK_FILE: this.file };
  }

  /** Sets the clock so many milliseconds ahead of real time, or behind it, and waits until the processes see it. */
  async set(shiftMs: number, processes: readonly FerryProcess[]): Promise<void> {
    writeFileSync(this.file, String(shiftMs));
    for (const each of processes) each.signal('SIGUSR2');
    await Promise.all(
      processes.map((each) => each.untilLogged((line) => line.msg === 'clock shifted' && line['shiftMs'] === shiftMs)),
    );
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
