/** One process of several on one database, by the role that its environment gives it. Migrates what its parent asks for. */
import 'reflect-metadata';
import { MeasuredEngine } from '../engine/measured-engine';
import { SlowStores } from './slow-stores';

const engine = await MeasuredEngine.start(SlowStores);

process.on('message', ({ runs }: { readonly runs: number }) => {
  engine.settle(runs).then(
    (seconds) => process.send?.({ seconds }),
    (error: unknown) => process.send?.({ error: error instanceof Error ? error.stack : String(error) }),
  );
});
process.once('disconnect', () => {
  void engine.stop().finally(() => process.exit());
});
process.send?.('ready');
