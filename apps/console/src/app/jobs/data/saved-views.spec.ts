import { TestBed } from '@angular/core/testing';
import { ALL_JOBS } from './jobs-query';
import { SavedViews } from './saved-views';

const KEY = 'ferry.jobs.views';

describe('SavedViews', () => {
  beforeEach(() => localStorage.clear());

  const fresh = () => {
    TestBed.resetTestingModule();
    return TestBed.inject(SavedViews);
  };

  it('keeps a view under its name in this browser, without the page', () => {
    fresh().save('mine', { ...ALL_JOBS, creator: 'megan', page: 4 });
    expect(fresh().views()).toEqual([{ name: 'mine', query: { ...ALL_JOBS, creator: 'megan' } }]);
  });

  it('replaces a view of the same name, and removes one', () => {
    const views = fresh();
    views.save('mine', ALL_JOBS);
    views.save('mine', { ...ALL_JOBS, attention: true });
    views.save('other', ALL_JOBS);
    views.remove('other');
    expect(fresh().views()).toEqual([{ name: 'mine', query: { ...ALL_JOBS, attention: true } }]);
  });

  it.each(['{', '"text"', '[1, {"name": 5, "parameters": {}}, {"name": "x"}]'])('is empty where %s is kept', (kept) => {
    localStorage.setItem(KEY, kept);
    expect(fresh().views()).toEqual([]);
  });
});
