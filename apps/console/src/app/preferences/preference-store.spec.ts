import { TestBed } from '@angular/core/testing';
import { formatMoment } from '../format/dates';
import { PreferenceStore } from './preference-store';
import { preferencesOf } from './preferences';

describe('PreferenceStore', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => freshStore().change({ dateLanguage: 'en-GB' }));

  const freshStore = () => {
    TestBed.resetTestingModule();
    const store = TestBed.inject(PreferenceStore);
    TestBed.tick();
    return store;
  };
  const root = document.documentElement.dataset;

  it('follows the system until somebody chooses', () => {
    expect(freshStore().preferences()).toEqual(preferencesOf({}));
    expect(root).toMatchObject({ theme: 'system', contrast: 'system', density: 'comfortable', motion: 'system' });
  });

  it('remembers what was chosen', () => {
    freshStore().change({ theme: 'dark', density: 'compact' });
    TestBed.tick();
    expect(root).toMatchObject({ theme: 'dark', density: 'compact' });
    expect(freshStore().preferences()).toMatchObject({ theme: 'dark', density: 'compact' });
  });

  it('writes dates in the language that was chosen', () => {
    const date = new Date('2026-11-27T18:00:00Z');
    expect(formatMoment(date, date)).toBe('Fri 27 Nov 18:00 UTC');
    freshStore().change({ dateLanguage: 'de-DE' });
    TestBed.tick();
    expect(formatMoment(date, date)).toBe('Fr. 27. Nov. 18:00 UTC');
  });

  it.each(['{"theme":"pink"}', 'null', '[]', 'not JSON'])('takes %s for nothing chosen', (text) => {
    localStorage.setItem('ferry.preferences', text);
    expect(freshStore().preferences()).toEqual(preferencesOf({}));
  });

  it('takes over what was chosen in another tab', () => {
    const store = freshStore();
    localStorage.setItem('ferry.preferences', '{"contrast":"high"}');
    window.dispatchEvent(new StorageEvent('storage', { key: 'ferry.preferences' }));
    expect(store.preferences().contrast).toBe('high');
  });
});
