import { arrayOf, objectOf } from '../../expect/expect';
import type { CheckContext } from '../../run/check-context';
import type { Job, Json } from '../../run/job';
import { VERDICTS } from '../../expect/vocabulary';
import { page, walk } from '../queries/page';

/**
 * Some of the people who are ready to be migrated right now, other ones each time, so that nobody meets the job of the
 * check before. Who is ready, a validation of all of them says: a server may have jobs of others.
 */
export async function readyPeople(test: CheckContext, count: number): Promise<readonly string[]> {
  const ready = await test.shared('ready people', findReady);
  if (ready.length < count) test.skip(`fewer than ${count} of the people pass validation`);
  return Array.from({ length: count }, () => {
    const person = ready.shift() ?? '';
    ready.push(person);
    return person;
  });
}

async function findReady(test: CheckContext): Promise<string[]> {
  const job = await test.create({ resources: test.data.people });
  await test.act(job.id, 'validate');
  await test.until(job.id, VERDICTS);
  const tasks = (await walk(test, test.job(job.id, '/users'))).flatMap(({ value }) => value);
  await test.act(job.id, 'cancel');
  await test.until(job.id, ['cancelled']);
  return tasks.filter((task) => errorsOf(task).length === 0).map((task) => String(task['id']));
}

/** The people of a job, page by page. */
export async function tasksOf(test: CheckContext, jobId: string): Promise<readonly Json[]> {
  return (await walk(test, test.job(jobId, '/users'))).flatMap(({ value }) => value);
}

/** The first page of the people of a job, when one is enough. */
export async function firstTask(test: CheckContext, jobId: string): Promise<Json> {
  return objectOf((await page(test, test.job(jobId, '/users'))).value[0], 'the task');
}

/** The entries of a task, one for each workload. */
export function entriesOf(task: Json): readonly Json[] {
  return arrayOf(task['currentStatus'], 'currentStatus').map((entry) => objectOf(entry, 'an entry of currentStatus'));
}

/** Everything that went wrong for a person. */
export function errorsOf(task: Json): readonly Json[] {
  return entriesOf(task).flatMap((entry) =>
    arrayOf(entry['errors'], 'errors').map((error) => objectOf(error, 'an element of errors')),
  );
}

/** A job of people who are ready, with its verdict: it passed. */
export async function validatedJob(test: CheckContext, people: readonly string[], more: Json = {}): Promise<Job> {
  const job = await test.create({ resources: people, ...more });
  await test.act(job.id, 'validate');
  return test.until(job.id, ['validatePassed'], ['validateFailed']);
}

/** A job whose mailboxes sync, due in a month. */
export async function runningJob(test: CheckContext, people: readonly string[]): Promise<Job> {
  const job = await validatedJob(test, people);
  await test.act(job.id, 'migrate');
  return test.until(job.id, ['inProgress'], ['failed', 'completed', 'completedWithErrors']);
}
