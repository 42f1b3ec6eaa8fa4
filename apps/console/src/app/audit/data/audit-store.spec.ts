import { TestBed } from '@angular/core/testing';
import { AuditAction, type AuditEntry } from '@ferry/contracts';
import { type ConsoleBackend, signedIn } from '../../../testing/console-backend';
import { NOW } from '../../../testing/jobs';
import { auditLine } from '../audit-lines';
import { auditParameters, narrows, readAuditQuery } from './audit-query';
import { AuditStore } from './audit-store';

const NOTHING = {
  actor: undefined,
  job: undefined,
  action: undefined,
  from: undefined,
  to: undefined,
  after: undefined,
};
const ENTRY: AuditEntry = {
  id: 7,
  dateTime: NOW,
  actor: 'admin@fabrikam.example',
  action: AuditAction.Validated,
  cause: 'validate was called',
  jobId: 'j1',
  jobName: 'wave-01',
  jobDeleted: false,
  personId: null,
  personName: null,
  service: null,
  fromStatus: 'submitted',
  toStatus: 'validateSubmitted',
};

describe('The audit in the console', () => {
  let backend: ConsoleBackend;
  let store: AuditStore;

  beforeEach(async () => {
    sessionStorage.clear();
    backend = await signedIn([AuditStore]);
    store = TestBed.inject(AuditStore);
  });

  it('asks for whole days in UTC, the last one included, and reads an address that was written by hand', async () => {
    const query = readAuditQuery({
      ...NOTHING,
      actor: 'megan',
      action: 'deleted',
      from: '2026-11-01',
      to: '2026-11-30',
    });
    void store.show(query);
    const period = 'from=2026-11-01T00:00:00.000Z&before=2026-12-01T00:00:00.000Z';
    await backend.answer(`/api/v1/audit?actor=megan&action=deleted&${period}`, { value: [ENTRY] });
    expect(store.entries()).toHaveLength(1);
    expect(narrows(query)).toBe(true);
    const odd = readAuditQuery({ ...NOTHING, action: 'stolen', from: 'yesterday' });
    expect([narrows(odd), auditParameters(odd).from]).toEqual([false, null]);
  });

  it('goes to the older page by the token that the service gave', async () => {
    void store.show(readAuditQuery(NOTHING));
    await backend.answer('/api/v1/audit', { value: [ENTRY], nextLink: 'http://elsewhere/api/v1/audit?skiptoken=abc' });
    expect(store.next()).toBe('abc');
    void store.show(readAuditQuery({ ...NOTHING, after: 'abc' }));
    await backend.answer('/api/v1/audit?skiptoken=abc', { value: [] });
    expect([store.entries(), store.next()]).toEqual([[], null]);
  });

  it('says why it cannot be read, and reads it again', async () => {
    void store.show(readAuditQuery(NOTHING));
    await backend.answer('/api/v1/audit', { error: { code: 'broken', message: 'Broken.' } }, 500);
    expect([store.error()?.message, store.entries()]).toEqual(['Broken.', null]);
    void store.reload();
    await backend.answer('/api/v1/audit', { value: [ENTRY] });
    expect([store.error(), store.entries()?.length]).toEqual([null, 1]);
  });

  it('tells in words which status became which, which dates were moved, and for whom', () => {
    const change = (part: Partial<AuditEntry>) => {
      const { about, change: text } = auditLine({ ...ENTRY, ...part }, NOW);
      return [about, text];
    };
    expect(change({})).toEqual(['the job', 'Submitted → Validation submitted']);
    expect(change({ fromStatus: null, toStatus: 'submitted' })).toEqual(['the job', 'Submitted']);
    expect(change({ personId: 'p', personName: 'Ann', fromStatus: 'added', toStatus: 'removed' })).toEqual([
      'Ann',
      '—',
    ]);
    const cause = 'the cutover date was moved from 2030-01-01T10:00:00.000Z to 2030-01-02T11:30:00.000Z';
    expect(change({ cause, fromStatus: 'submitted', toStatus: 'submitted' })[1]).toMatch(/10:00 UTC → .*11:30 UTC/);
  });
});
