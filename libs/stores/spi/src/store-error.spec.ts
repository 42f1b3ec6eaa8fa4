import { WORKLOADS } from '@ferry/contracts';
import {
  ITEM_KIND_OF_WORKLOAD,
  ItemVanishedError,
  StoreError,
  StoreRefusedError,
  StoreThrottledError,
  StoreUnavailableError,
} from './index';

describe('store errors', () => {
  it.each([
    [new StoreUnavailableError('gone'), 'storeUnavailable', 'StoreUnavailableError'],
    [new StoreThrottledError('wait', 3), 'storeThrottled', 'StoreThrottledError'],
    [new StoreRefusedError('no', 'MIGR-003'), 'storeRefused', 'StoreRefusedError'],
    [new ItemVanishedError('gone'), 'itemVanished', 'ItemVanishedError'],
  ])('%s has a stable code and its own name', (error, code, name) => {
    expect(error).toBeInstanceOf(StoreError);
    expect(error).toMatchObject({ code, name });
  });

  it('say how long to wait and who, and what a person can do', () => {
    expect(new StoreThrottledError('wait', 3)).toMatchObject({ retryAfterSeconds: 3, scope: 'endpoint' });
    expect(new StoreThrottledError('wait', 3, 'person').scope).toBe('person');
    expect(new StoreUnavailableError('gone').lastly).toBeNull();
    const lastly = { catalogueCode: 'EXCH-08', parameters: ['nothing answers'] };
    expect(new StoreUnavailableError('gone', { lastly }).lastly).toBe(lastly);
    const cause = new Error('socket');
    const refused = new StoreRefusedError('no', 'AccessDenied', ['the mailbox', 'wrong password'], { cause });
    expect(refused).toMatchObject({
      catalogueCode: 'AccessDenied',
      parameters: ['the mailbox', 'wrong password'],
      cause,
    });
  });
});

describe('item kinds', () => {
  it('give each workload a kind of its own', () => {
    expect(new Set(WORKLOADS.map((workload) => ITEM_KIND_OF_WORKLOAD[workload])).size).toBe(WORKLOADS.length);
  });
});
