/**
 * Loaded before the service (`node --import`): shifts the clock of the machine, as this process sees it, by what a file
 * says. The file is read again on SIGUSR2.
 */
import { readFileSync } from 'node:fs';

const RealDate = Date;
let shiftMs = 0;
const read = () => (shiftMs = Number(readFileSync(process.env.TEST_CLOCK_FILE, 'utf8')));

globalThis.Date = class Date extends RealDate {
  constructor(...args) {
    if (args.length === 0) super(RealDate.now() + shiftMs);
    else super(...args);
  }

  static now() {
    return RealDate.now() + shiftMs;
  }
};

read();
process.on('SIGUSR2', () => {
  read();
  process.stdout.write(`${JSON.stringify({ msg: 'clock shifted', shiftMs })}\n`);
});
