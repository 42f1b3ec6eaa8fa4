import { Workload } from '@ferry/contracts';
import { cutoverOf, draftFaults, fieldOf } from './draft-faults';
import { emptyDraft, type JobDraft, soonestCutover } from './job-draft';
import { planJobs } from './planned-jobs';

const NOW = new Date('2026-11-23T09:41:10Z');
const ANN = '22222222-0000-4000-8000-000000000001';
const BOB = '22222222-0000-4000-8000-000000000002';

const COMPLETE: JobDraft = {
  ...emptyDraft(NOW, 'fabrikam.example'),
  displayName: 'wave',
  sourceTenantId: '11111111-1111-4111-8111-111111111111',
  sourceEndpoint: 'contoso-endpoint',
  cutover: { date: '2026-11-27', time: '18:00', zone: 'UTC' },
};

const faultsOf = (part: Partial<JobDraft>, people: readonly string[] = [ANN]) => {
  const draft = { ...COMPLETE, ...part };
  return draftFaults(draft, planJobs(draft, people, 2_000), NOW).map(({ field, job, message }) =>
    [field, job, message].filter((each) => each !== undefined).join(' '),
  );
};

describe('The faults of a draft', () => {
  it('are none when the service would take it', () => expect(faultsOf({})).toEqual([]));

  it.each([
    [{ displayName: ' ' }, ['displayName 0 Give the job a name.']],
    [{ displayName: 'x'.repeat(257) }, ['displayName 0 A name has 256 characters at most.']],
    [{ sourceTenantId: '' }, ['sourceTenantId Choose the tenant that the content leaves.']],
    [{ sourceEndpoint: '' }, ['sourceEndpoint Choose a migration endpoint.']],
    [{ targetDeliveryDomain: ' ' }, ['targetDeliveryDomain Name the domain that mail is delivered to.']],
    [{ workloads: [] }, ['workloads Choose what moves.', expect.any(String), expect.any(String)]],
    [{ workloads: [Workload.Meeting, Workload.Exchange] }, ['workloads Meeting needs Teams.']],
  ] as const)('are said in words: %j', (part, faults) => {
    const found = faultsOf(part);
    for (const fault of faults) if (typeof fault === 'string') expect(found).toContain(fault);
  });

  it('do not ask for an endpoint where no mail moves', () => {
    expect(faultsOf({ workloads: [Workload.ODSP], sourceEndpoint: '', targetDeliveryDomain: '' })).toEqual([]);
  });

  it('say that nobody moves', () => expect(faultsOf({}, [])).toEqual(['resources Choose at least one person.']));

  it.each([
    [{ date: '2026-11-23', time: '09:41', zone: 'UTC' }, 'This moment has passed.'],
    [{ date: '2026-11-23', time: '09:42', zone: 'UTC' }, 'This moment is less than a minute away'],
    [{ date: '2027-03-28', time: '02:30', zone: 'Europe/Berlin' }, 'Clocks are set forward'],
    [{ date: '', time: '09:42', zone: 'UTC' }, 'Give a date and a time.'],
  ])('know when a cutover can be: %j', (cutover, message) => {
    expect(faultsOf({ cutover })).toEqual([expect.stringContaining(message)]);
  });

  it('name the job whose name is wrong', () => {
    const twice = faultsOf({ peoplePerJob: 1, names: { 1: 'wave-1' } }, [ANN, BOB]);
    expect(twice).toEqual(['displayName 1 Another one of these jobs has this name.']);
    expect(faultsOf({ peoplePerJob: 1, names: { 1: '' } }, [ANN, BOB])).toEqual(['displayName 1 Give the job a name.']);
  });
});

describe('As soon as synced', () => {
  it('is a moment that has not passed when the request arrives, and stays the same for a minute', () => {
    expect(cutoverOf({ when: 'asSoonAsSynced', cutover: COMPLETE.cutover }, NOW)).toEqual(
      new Date('2026-11-23T09:44:00Z'),
    );
    expect(soonestCutover(new Date('2026-11-23T09:41:59Z'))).toEqual(new Date('2026-11-23T09:44:00Z'));
    expect(faultsOf({ when: 'asSoonAsSynced' })).toEqual([]);
  });
});

describe('fieldOf', () => {
  it.each([
    ['displayName', 'displayName'],
    ['exchangeSettings/sourceEndpoint', 'sourceEndpoint'],
    ['resources[3]', 'resources'],
    ['somethingElse', null],
  ])('finds the field of %s', (target, field) => expect(fieldOf(target)).toBe(field));
});
