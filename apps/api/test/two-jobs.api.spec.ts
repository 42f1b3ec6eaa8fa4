import { CrossTenantMigrationTask, JobStatus } from '@ferry/contracts';
import { asContract } from './support/contract-answer';
import { JOBS, TestApi } from './support/test-api';
import { fabrikamPerson } from './support/test-service';

const VERDICTS = [JobStatus.ValidatePassed, JobStatus.ValidateFailed];

describe('A person in two jobs', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await TestApi.start();
  });
  afterAll(() => api.destroy());

  const verdict = async (id: string) => {
    await api.act(id, 'validate');
    return (await api.until(id, ...VERDICTS)).status;
  };
  const errorsOf = async (id: string, person: number) => {
    const answer = await api.get(`${JOBS}/${id}/users/${fabrikamPerson(person)}`);
    return asContract(CrossTenantMigrationTask, answer.json()).currentStatus.flatMap(({ errors }) => errors);
  };

  it('fails the validation of the second one, which names the first, and passes once that has ended', async () => {
    const first = await api.create([1, 2], { displayName: 'The first wave' });
    const second = await api.create([2, 3], { displayName: 'The second wave' });
    expect(await verdict(second.id)).toBe(JobStatus.ValidateFailed);
    for (const error of await errorsOf(second.id, 2)) {
      expect(error).toEqual({
        code: 'CTM-002',
        message: 'User migration validation failed. User is already a part of another batch The first wave',
      });
    }
    expect(await errorsOf(second.id, 2)).toHaveLength(4);
    expect(await errorsOf(second.id, 3)).toEqual([]);
    expect(await verdict(first.id)).toBe(JobStatus.ValidatePassed);

    await api.act(first.id, 'cancel');
    await api.until(first.id, JobStatus.Cancelled);
    expect(await verdict(second.id)).toBe(JobStatus.ValidatePassed);
  });

  it('stays with the first one also while that migrates, and is free once taken out of it', async () => {
    const first = await api.create([4, 5], { displayName: 'Moving', jobType: 'migrate' });
    await api.until(first.id, JobStatus.InProgress);
    const second = await api.create([4]);
    expect(await verdict(second.id)).toBe(JobStatus.ValidateFailed);
    expect((await errorsOf(second.id, 4))[0]?.message).toContain('another batch Moving');
    await api.delete(`${JOBS}/${first.id}/users/${fabrikamPerson(4)}`);
    expect(await verdict(second.id)).toBe(JobStatus.ValidatePassed);
  });

  it('is not held by a validation job that has its verdict, nor by a job of another tenant', async () => {
    const checked = await api.create([6], { jobType: 'validate' });
    await api.until(checked.id, JobStatus.ValidatePassed);
    expect(await verdict((await api.create([6])).id)).toBe(JobStatus.ValidatePassed);
  });
});
