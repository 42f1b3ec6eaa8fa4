/** The engine alone, working off as many jobs as its parent asks for, and looking at itself on the way. */
import 'reflect-metadata';
import { MeasuredEngine, RUNS_OF_JOB } from '../engine/measured-engine';
import { type Sample, SoakWatch } from './soak-watch';

/** What the parent asks for. */
export interface Question {
  readonly jobs: number;
  /** How many of them are under way at any time. */
  readonly abreast: number;
}

const engine = await MeasuredEngine.start();

async function soak({ jobs, abreast }: Question): Promise<Sample[]> {
  const watch = new SoakWatch(engine.database, jobs, RUNS_OF_JOB);
  let begun = 0;
  const workOff = async (place: number): Promise<void> => {
    while (begun < jobs) {
      begun += 1;
      await engine.migrate(place);
      await watch.jobDone();
    }
  };
  await Promise.all(Array.from({ length: Math.min(abreast, jobs) }, (_, place) => workOff(place)));
  return watch.samples;
}

process.once('message', (question: Question) => {
  soak(question).then(
    (samples) => process.send?.({ samples }),
    (error: unknown) => process.send?.({ error: error instanceof Error ? error.stack : String(error) }),
  );
});
process.once('disconnect', () => void engine.stop().finally(() => process.exit()));
process.send?.('ready');
