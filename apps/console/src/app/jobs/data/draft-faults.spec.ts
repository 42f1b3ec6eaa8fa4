import { Workload, WORKLOADS } from '@ferry/contracts';
import { CONTOSO, NOW } from '../../../testing/jobs';
import { draftFaults, faultsOfDetails } from './draft-faults';
import { bodyOf, type JobDraft } from './job-draft';

const HOUR = 3_600_000;

const draft = (part: Partial<JobDraft> = {}): JobDraft => ({
  displayName: 'wave-01',
  sourceTenantId: CONTOSO,
  sourceEndpoint: 'contoso-endpoint',
  targetDeliveryDomain: 'fabrikam.example',
  workloads: WORKLOADS,
  when: 'atDate',
  cutover: new Date(NOW.getTime() + HOUR),
  people: ['22222222-0000-4000-8000-000000000001'],
  ...part,
});

const faults = (part: Partial<JobDraft> = {}) => draftFaults(bodyOf(draft(part), NOW), NOW);

describe('draftFaults', () => {
  it('finds nothing in a draft that the service would take', () => {
    expect(faults()).toEqual({});
    expect(faults({ when: 'asSoonAsSynced', cutover: null })).toEqual({});
  });

  it.each<[string, Partial<JobDraft>, object]>([
    ['no name', { displayName: '  ' }, { displayName: 'Give the job a name.' }],
    ['too long a name', { displayName: 'x'.repeat(257) }, { displayName: 'A name has 256 characters at most.' }],
    ['no source', { sourceTenantId: '' }, { sourceTenantId: 'Choose the tenant that the content leaves.' }],
    ['no endpoint', { sourceEndpoint: '' }, { sourceEndpoint: 'Choose a migration endpoint.' }],
    ['no domain', { targetDeliveryDomain: '' }, { targetDeliveryDomain: 'Name the domain that mail is delivered to.' }],
    ['nobody', { people: [] }, { resources: 'Choose at least one person.' }],
    ['a strange id', { people: ['ann'] }, { resources: 'Someone in the list has no valid object id.' }],
    ['half a date', { cutover: null }, { completeAfterDateTime: 'Give a date and a time.' }],
    ['a past date', { cutover: NOW }, { completeAfterDateTime: 'This moment lies in the past.' }],
    ['no workload', { workloads: [] }, { workloads: 'Choose what moves.' }],
    ['meetings alone', { workloads: [Workload.Meeting] }, { workloads: 'Meeting needs Teams and Exchange.' }],
  ])('names the fault of %s', (_name, part, expected) => {
    expect(faults(part)).toEqual(expected);
  });

  it('asks for no endpoint when no mail moves', () => {
    expect(faults({ workloads: [Workload.ODSP], sourceEndpoint: '', targetDeliveryDomain: '' })).toEqual({});
  });

  it("shows the class's own words where it has no better ones", () => {
    const twice = ['22222222-0000-4000-8000-000000000001', '22222222-0000-4000-8000-000000000001'];
    expect(faults({ people: twice })).toEqual({ resources: 'resources must not hold the same person twice' });
  });
});

describe('faultsOfDetails', () => {
  it('puts what the service says at the field that it names', () => {
    expect(
      faultsOfDetails([
        { code: 'nameInUse', message: 'The name is taken.', target: 'displayName' },
        { code: 'invalid', message: 'Unknown endpoint.', target: 'exchangeSettings/sourceEndpoint' },
        { code: 'invalid', message: 'No GUID.', target: 'resources[3]' },
        { code: 'invalid', message: 'Something else.', target: 'status' },
        { code: 'invalid', message: 'Without a place.' },
      ]),
    ).toEqual({ displayName: 'The name is taken.', sourceEndpoint: 'Unknown endpoint.', resources: 'No GUID.' });
  });
});

describe('bodyOf', () => {
  it('carries no jobType, so that the job waits in submitted', () => {
    expect(bodyOf(draft(), NOW)).not.toHaveProperty('jobType');
  });

  it('asks for a cutover in a minute when it may be as soon as synced', () => {
    expect(bodyOf(draft({ when: 'asSoonAsSynced' }), NOW).completeAfterDateTime).toBe('2026-11-23T09:42:00.000Z');
  });
});
