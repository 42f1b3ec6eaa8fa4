import { JobStatus } from '@ferry/contracts';
import { ALL_JOBS, isSameView, jobsQueryParameters, leavesOut, readJobsQuery } from './jobs-query';
import { jobsOptions, totalOf } from './jobs-options';

describe('The address of a list of jobs', () => {
  const NOW = new Date('2026-11-27T10:00:00Z');

  it('says everything that is shown, and says nothing of what is usual', () => {
    const query = {
      ...ALL_JOBS,
      search: 'wave 7',
      statuses: [JobStatus.Failed, JobStatus.Completed],
      cutover: 'week' as const,
      sort: 'name' as const,
      descending: false,
      page: 3,
    };
    const parameters = jobsQueryParameters(query);
    expect(parameters).toMatchObject({
      q: 'wave 7',
      status: 'failed,completed',
      cutover: 'week',
      sort: 'name',
      page: '3',
    });
    const said = Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== null));
    expect(readJobsQuery(said as Record<string, string>)).toEqual({
      ...query,
      statuses: [JobStatus.Completed, JobStatus.Failed],
    });
    expect(Object.values(jobsQueryParameters(ALL_JOBS)).every((value) => value === null)).toBe(true);
  });

  it('may be written by hand: what is no choice leaves nothing out', () => {
    expect(readJobsQuery({ status: 'asleep', sort: '-colour', cutover: 'never', page: '0', attention: 'yes' })).toEqual(
      ALL_JOBS,
    );
  });

  it('is the same view on every page of it', () => {
    expect(isSameView({ ...ALL_JOBS, page: 7 }, ALL_JOBS)).toBe(true);
    expect(isSameView({ ...ALL_JOBS, attention: true }, ALL_JOBS)).toBe(false);
    expect(leavesOut({ ...ALL_JOBS, sort: 'name', page: 2 })).toBe(false);
    expect(leavesOut({ ...ALL_JOBS, creator: 'megan' })).toBe(true);
  });

  it('becomes the options of the contract, with quotes doubled', () => {
    const options = jobsOptions(
      {
        ...ALL_JOBS,
        search: 'sales "emea"',
        creator: "O'Neil",
        statuses: [JobStatus.Failed],
        cutover: 'past',
        page: 2,
      },
      NOW,
    );
    expect(options.filter).toBe("contains(createdBy,'O''Neil') and completeAfterDateTime lt 2026-11-27T10:00:00.000Z");
    expect(options.statuses).toBe("status in ('failed')");
    expect(options.search).toBe('"sales" "emea"');
    expect(options.orderby).toBe('createdDateTime desc');
    expect(options.skip).toBe(100);
  });

  it('asks for the days of a span from now on', () => {
    const { filter } = jobsOptions({ ...ALL_JOBS, cutover: 'day' }, NOW);
    expect(filter).toBe(
      'completeAfterDateTime ge 2026-11-27T10:00:00.000Z and completeAfterDateTime lt 2026-11-28T10:00:00.000Z',
    );
  });

  it('knows how many jobs it shows from the counts by status', () => {
    const counts = {
      jobs: 7,
      needAttention: 3,
      statuses: [
        { status: JobStatus.Failed, jobs: 2 },
        { status: JobStatus.Completed, jobs: 5 },
      ],
    };
    expect(totalOf(counts, ALL_JOBS)).toBe(7);
    expect(totalOf(counts, { ...ALL_JOBS, attention: true })).toBe(3);
    expect(totalOf(counts, { ...ALL_JOBS, statuses: [JobStatus.Failed, JobStatus.Cancelled] })).toBe(2);
  });
});
