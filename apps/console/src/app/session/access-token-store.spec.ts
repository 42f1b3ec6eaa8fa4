import { TestBed } from '@angular/core/testing';
import { AccessTokenStore } from './access-token-store';

describe('AccessTokenStore', () => {
  beforeEach(() => {
    sessionStorage.clear();
    jest.useFakeTimers();
  });
  afterEach(() => jest.useRealTimers());

  const freshStore = () => {
    TestBed.resetTestingModule();
    return TestBed.inject(AccessTokenStore);
  };

  it('survives a reload of the page until it expires', () => {
    freshStore().keep('a-token', 60);
    expect(freshStore().token()).toBe('a-token');
    jest.setSystemTime(Date.now() + 61_000);
    expect(freshStore().token()).toBeNull();
  });

  it('expires in time, and says that it did', () => {
    const store = freshStore();
    store.keep('a-token', 60);
    jest.advanceTimersByTime(60_000);
    expect(store.token()).toBeNull();
    expect(store.expired()).toBe(true);
  });

  it('is gone after a sign-out without a word of expiry', () => {
    const store = freshStore();
    store.keep('a-token', 60);
    store.forget();
    expect(store.token()).toBeNull();
    expect(store.expired()).toBe(false);
    expect(sessionStorage).toHaveLength(0);
  });
});
