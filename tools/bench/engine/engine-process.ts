/** The engine and the queue alone, side by side in one process and on one database. Measures what its parent asks for. */
import 'reflect-metadata';
import { RawQueue } from './raw-queue';
import { MeasuredEngine } from './measured-engine';

/** What the parent asks for. */
export interface Question {
  readonly settle: 'runs' | 'messages';
  readonly count: number;
}

const engine = await MeasuredEngine.start();
const queue = await RawQueue.open(engine.database);

process.on('message', ({ settle, count }: Question) => {
  const measured = settle === 'runs' ? engine.settle(count) : queue.settle(count);
  measured.then(
    (seconds) => process.send?.({ seconds }),
    (error: unknown) => process.send?.({ error: error instanceof Error ? error.stack : String(error) }),
  );
});
process.once('disconnect', () => {
  void queue
    .close()
    .then(() => engine.stop())
    .finally(() => process.exit());
});
process.send?.('ready');
