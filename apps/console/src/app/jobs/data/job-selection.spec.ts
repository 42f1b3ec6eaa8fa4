import { signal } from '@angular/core';
import { aSummary } from '../../../testing/jobs';
import type { JobSummary } from '@ferry/contracts';
import { JobSelection } from './job-selection';

describe('JobSelection', () => {
  const jobs = ['a', 'b', 'c', 'd'].map((id) => aSummary({ id, displayName: id }));
  const of = (rows: readonly JobSummary[]) => {
    const shown = signal<readonly JobSummary[] | null>(rows);
    const selection = new JobSelection(shown);
    return { shown, selection, names: () => selection.jobs().map(({ job }) => job.displayName) };
  };

  it('chooses a range between two presses, and leaves it alike', () => {
    const { selection, names } = of(jobs);
    selection.set('d', true, false);
    selection.set('b', true, true);
    expect(names()).toEqual(['d', 'b', 'c']);
    selection.set('c', false, true);
    expect(names()).toEqual(['d']);
  });

  it('tells whether all, some or none of the rows are chosen', () => {
    const { selection } = of(jobs);
    expect(selection.ofRows()).toBe('none');
    selection.set('a', true, true);
    expect(selection.ofRows()).toBe('some');
    selection.setAll(true);
    expect([selection.ofRows(), selection.size()]).toEqual(['all', 4]);
  });

  it('stays on another page, and tells jobs as the list last showed them', () => {
    const { shown, selection, names } = of(jobs.slice(0, 2));
    selection.set('a', true, false);
    shown.set(jobs.slice(2));
    selection.set('c', true, false);
    expect(names()).toEqual(['a', 'c']);
    shown.set([aSummary({ id: 'a', displayName: 'a, later' })]);
    expect(names()).toEqual(['a, later', 'c']);
    selection.clear();
    expect(selection.size()).toBe(0);
  });
});
