import { JobStatus, ServiceStatus, Workload, WORKLOADS } from '@ferry/contracts';
import { aPerson } from '../../../testing/jobs';
import { JOB_STATUS_FACES } from './job-status-faces';
import { PERSON_PHASE_FACES, PERSON_PHASES, personPhase } from './person-phase';
import { SERVICE_STATUS_FACES } from './service-status-faces';
import { WORKLOAD_COLUMNS, WORKLOAD_FACES } from './workload-faces';

describe('Labels', () => {
  it.each(Object.values(JobStatus))('say the job status %s in a word', (status) => {
    expect(JOB_STATUS_FACES[status].label).not.toBe('');
  });

  it.each(Object.values(ServiceStatus))('say the workload status %s in a word', (status) => {
    expect(SERVICE_STATUS_FACES[status].label).not.toBe('');
  });

  it('have a column for every workload', () => {
    expect([...WORKLOAD_COLUMNS].sort()).toEqual([...WORKLOADS].sort());
    for (const workload of WORKLOADS) expect(WORKLOAD_FACES[workload].label).toBe(workload);
  });

  it('tell two job statuses apart by their words', () => {
    const labels = Object.values(JOB_STATUS_FACES).map(({ label }) => label);
    expect(new Set(labels).size).toBe(labels.length);
  });

  it('have a face for every phase of a person', () => {
    expect(Object.keys(PERSON_PHASE_FACES).sort()).toEqual([...PERSON_PHASES].sort());
  });
});

describe('personPhase', () => {
  it.each([
    [ServiceStatus.NotStarted, {}, 'notStarted'],
    [ServiceStatus.Valid, {}, 'valid'],
    [ServiceStatus.Synced, { Exchange: { status: ServiceStatus.Syncing } }, 'syncing'],
    [ServiceStatus.Synced, {}, 'synced'],
    [ServiceStatus.Synced, { Exchange: { status: ServiceStatus.Finalizing } }, 'cuttingOver'],
    [ServiceStatus.Synced, { Exchange: { status: ServiceStatus.Completed } }, 'cuttingOver'],
    [ServiceStatus.InProgress, { Exchange: { status: ServiceStatus.Completed } }, 'cuttingOver'],
    [ServiceStatus.Completed, {}, 'completed'],
    [ServiceStatus.Completed, { Teams: { status: ServiceStatus.Failed } }, 'failed'],
    [ServiceStatus.Valid, { ODSP: { status: ServiceStatus.Invalid } }, 'failed'],
    [ServiceStatus.Cancelled, {}, 'removed'],
  ])('with %s everywhere but %j is %s', (status, others, phase) => {
    expect(personPhase(aPerson('Ann Lee', status, others), JobStatus.InProgress)).toBe(phase);
  });

  it('takes inProgress for a check while the job is validated', () => {
    const person = aPerson('Ann Lee', ServiceStatus.NotStarted, { Exchange: { status: ServiceStatus.InProgress } });
    expect(personPhase(person, JobStatus.ValidateInProgress)).toBe('checking');
    expect(personPhase(person, JobStatus.CuttingOver)).toBe('cuttingOver');
  });

  it('counts nobody as failed who was taken out', () => {
    const person = { ...aPerson('Ann Lee', ServiceStatus.Failed), removed: true };
    expect(personPhase(person, JobStatus.InProgress)).toBe('removed');
  });

  it('knows a single workload too', () => {
    const person = aPerson('Ann Lee', ServiceStatus.Completed);
    const onlyMail = { ...person, services: person.services.filter(({ service }) => service === Workload.Exchange) };
    expect(personPhase(onlyMail, JobStatus.Completed)).toBe('completed');
  });
});
