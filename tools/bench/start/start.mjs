import { inWorkspace } from '../../workspace/paths.mjs';
import { budget } from '../measure/result.mjs';
import { pglite } from '../service/databases.mjs';
import { startProcess } from '../service/process.mjs';
import { serviceEnvironment } from '../service/service.mjs';
import { memory } from './memory.mjs';

const NEW_FOLDER_GOAL = 3;
const EXISTING_FOLDER_GOAL = 1.5;
const START = inWorkspace('tools', 'start.mjs');

/** What a start costs: seconds of `npm start` when built until the service is ready, and the memory it then holds. */
export async function start({ quick }) {
  const rounds = quick ? 1 : 5;
  const database = await pglite();
  const [onNew, onExisting] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    const place = await database.place();
    onNew.push(await secondsToStart(place));
    onExisting.push(await secondsToStart(place));
    await place.remove();
  }
  return [
    budget({ name: 'start-new', goal: NEW_FOLDER_GOAL, unit: 's' }, onNew),
    budget({ name: 'start-existing', goal: EXISTING_FOLDER_GOAL, unit: 's' }, onExisting),
    ...(await memory({ quick })),
  ];
}

async function secondsToStart(place) {
  const { env, address } = await serviceEnvironment(place);
  const { seconds, stop } = await startProcess([START], { env, ready: `${address}/health/ready` });
  await stop();
  return seconds;
}
