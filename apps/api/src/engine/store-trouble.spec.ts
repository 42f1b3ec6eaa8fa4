import { Workload } from '@ferry/contracts';
import { CONNECTION_RETRIES, mostRetries } from '@ferry/domain';
import { StoreUnavailableError } from '@ferry/stores-spi';
import type { RunRecord } from '../jobs/job.record';
import { outcomeOf } from './store-trouble';

const now = new Date('2026-01-05T10:00:00Z');
const runAfter = (failures: number): RunRecord =>
  ({ personId: 'person', service: Workload.Exchange, failures }) as unknown as RunRecord;
const most = mostRetries(CONNECTION_RETRIES);

describe('a store that is not reached', () => {
  const lastly = { catalogueCode: 'EXCH-08', parameters: ['Nothing answers at mail.ferry.example:143'] };
  const unreachable = new StoreUnavailableError('Nothing answers. Check the port.', { lastly });

  it('is tried again for a while', () => {
    expect(outcomeOf(unreachable, runAfter(0), now)).toMatchObject({ kind: 'waits', failures: 1 });
  });

  it('is called what it is in the end, with what to do about it', () => {
    expect(outcomeOf(unreachable, runAfter(most), now)).toMatchObject({
      kind: 'failed',
      message: 'Nothing answers. Check the port.',
      errors: [
        {
          code: 'EXCH-08',
          message: 'Test-MigrationServerAvailability failed with: Nothing answers at mail.ferry.example:143',
        },
      ],
    });
  });

  it('has lost its connections where nothing else is known', () => {
    expect(outcomeOf(new StoreUnavailableError('The connection was lost.'), runAfter(most), now)).toMatchObject({
      kind: 'failed',
      message: 'The connection was lost.',
      errors: [{ code: 'ConnectionLost' }],
    });
  });
});
