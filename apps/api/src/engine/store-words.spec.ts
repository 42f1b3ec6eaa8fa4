import { Workload, WORKLOADS } from '@ferry/contracts';
import { ERROR_CATALOGUE, isCatalogueCode, placeholdersOf } from '@ferry/domain';
import type { LedgerEntry } from '@ferry/mover';
import { StoreRefusedError } from '@ferry/stores-spi';
import fc from 'fast-check';
import { inCatalogueWords, refusalOf } from './store-words';

const run = { personId: 'ann', service: Workload.Exchange };
const refuse = (code: string, parameters: readonly string[] = [], service = Workload.Exchange) =>
  refusalOf(new StoreRefusedError('The words of the store.', code, parameters), { ...run, service });
const failed = (entry: Partial<LedgerEntry>): LedgerEntry => ({
  key: 'k',
  container: 'Inbox',
  state: 'failed',
  bytes: 0,
  code: null,
  message: null,
  ...entry,
});

describe('refusalOf', () => {
  it('fills the sentence of the code', () => {
    expect(refuse('AccessDenied', ['the mailbox', 'wrong password'])).toEqual({
      code: 'AccessDenied',
      message: 'Access to the mailbox was refused: wrong password.',
    });
  });

  it('takes the text for meetings at meetings', () => {
    expect(refuse('MIGR-001', [], Workload.Meeting).message).toMatch(/^Teams Meeting migration failed/);
    expect(refuse('MIGR-003', [], Workload.Meeting).message).toBe(
      'Teams Meeting migration for user ann failed. Retry migration.',
    );
  });

  it.each(['notACode', 'toString', '', 'duplicateDisplayNameJob'])('takes %p for the general failure', (code) => {
    expect(refuse(code, ['a', 'b'])).toEqual({
      code: 'MIGR-003',
      message: 'User ann migration failed. Please retry user migration.',
    });
  });

  it('fills up and drops parameters that do not fit, and keeps the code', () => {
    expect(refuse('CTTM-005', ['ann'])).toMatchObject({
      code: 'CTTM-005',
      message: expect.stringContaining('User ann in tenant unknown '),
    });
    expect(refuse('CTM-100', ['too', 'much'])).toEqual({
      code: 'CTM-100',
      message: ERROR_CATALOGUE['CTM-100'].messageTemplate,
    });
  });

  it('answers a code of the catalogue with a whole sentence, whatever a store says', () => {
    const code = fc.oneof(fc.constantFrom(...Object.keys(ERROR_CATALOGUE)), fc.string());
    fc.assert(
      fc.property(code, fc.array(fc.constantFrom('a', 'b')), fc.constantFrom(...WORKLOADS), (said, params, service) => {
        const error = refuse(said, params, service);
        expect(isCatalogueCode(error.code)).toBe(true);
        expect(placeholdersOf(error.message)).toEqual([]);
        expect(error.message).not.toContain('The words of the store');
      }),
    );
  });
});

describe('inCatalogueWords', () => {
  it.each(['copied', 'alreadyThere'] as const)('leaves a %s item alone', (state) => {
    const entry = failed({ state });
    expect(inCatalogueWords(entry)).toBe(entry);
  });

  it('keeps a code that the catalogue has, with the sentence of the store', () => {
    const entry = failed({ code: 'ItemUnreadable', message: 'The item could not be read at the source: torn.' });
    expect(inCatalogueWords(entry)).toBe(entry);
  });

  it('puts the words of the store into a sentence where it has no such code', () => {
    expect(inCatalogueWords(failed({ code: '550', message: 'Mailbox is locked.' }))).toMatchObject({
      code: 'ItemWriteFailed',
      message: 'The target did not accept the item: Mailbox is locked.',
    });
    expect(inCatalogueWords(failed({ state: 'skipped', code: 'EXE', message: 'a program' }))).toMatchObject({
      code: 'ItemNotSupported',
      message: 'The target does not accept this kind of item: a program.',
    });
  });

  it('says what is known where a store gives no words', () => {
    expect(inCatalogueWords(failed({ code: '550' })).message).toBe('The target did not accept the item: 550.');
    expect(inCatalogueWords(failed({})).message).toBe('The target did not accept the item: unknown.');
    expect(inCatalogueWords(failed({ code: 'ItemUnreadable', message: '' })).code).toBe('ItemWriteFailed');
  });
});
