import { numberedName, planJobs } from './planned-jobs';

const people = (count: number) => Array.from({ length: count }, (_, index) => `p${index + 1}`);
const draft = { displayName: ' wave ', names: {}, peoplePerJob: null };

describe('planJobs', () => {
  it('makes one job of people who fit into one, with the very name', () => {
    expect(planJobs(draft, people(2_000), 2_000)).toEqual([{ displayName: 'wave', people: people(2_000) }]);
  });

  it('divides more of them evenly, everybody once and in order', () => {
    const jobs = planJobs(draft, people(244), 125);
    expect(jobs.map(({ displayName, people: part }) => [displayName, part.length])).toEqual([
      ['wave-1', 122],
      ['wave-2', 122],
    ]);
    expect(jobs.flatMap(({ people: part }) => part)).toEqual(people(244));
  });

  it('never makes a job larger than it may be, nor leaves one empty', () => {
    for (const count of [1, 99, 100, 101, 250, 999, 1_001]) {
      const sizes = planJobs(draft, people(count), 100).map(({ people: part }) => part.length);
      expect(Math.max(...sizes)).toBeLessThanOrEqual(100);
      expect(Math.min(...sizes)).toBeGreaterThan(0);
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(count);
    }
  });

  it('makes smaller jobs where somebody wants waves, but no larger ones', () => {
    expect(planJobs({ ...draft, peoplePerJob: 50 }, people(100), 2_000)).toHaveLength(2);
    expect(planJobs({ ...draft, peoplePerJob: 5_000 }, people(4_000), 2_000)).toHaveLength(2);
    expect(planJobs({ ...draft, peoplePerJob: 0 }, people(2), 2_000)).toHaveLength(2);
  });

  it('takes a name that was given by hand', () => {
    const names = planJobs({ ...draft, names: { 1: 'the rest' } }, people(3), 1).map(({ displayName }) => displayName);
    expect(names).toEqual(['wave-1', 'the rest', 'wave-3']);
  });
});

describe('numberedName', () => {
  it('puts the number where it is wanted, with as many digits as the last one', () => {
    expect(numberedName('wave', 3, 12)).toBe('wave-03');
    expect(numberedName('wave {n} of Berlin', 3, 12)).toBe('wave 03 of Berlin');
    expect(numberedName('wave {n}', 1, 1)).toBe('wave 1');
    expect(numberedName('', 1, 2)).toBe('');
  });
});
