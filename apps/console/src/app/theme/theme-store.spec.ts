import { TestBed } from '@angular/core/testing';
import { ThemeStore } from './theme-store';

describe('ThemeStore', () => {
  beforeEach(() => localStorage.clear());

  const freshStore = () => {
    TestBed.resetTestingModule();
    const store = TestBed.inject(ThemeStore);
    TestBed.tick();
    return store;
  };

  it('follows the system until somebody chooses', () => {
    expect(freshStore().theme()).toBe('system');
    expect(document.documentElement.style.colorScheme).toBe('light dark');
  });

  it('remembers what was chosen', () => {
    freshStore().choose('dark');
    TestBed.tick();
    expect(document.documentElement.style.colorScheme).toBe('dark');
    expect(freshStore().theme()).toBe('dark');
  });

  it('ignores a remembered word that is no theme', () => {
    localStorage.setItem('ferry.theme', 'pink');
    expect(freshStore().theme()).toBe('system');
  });
});
