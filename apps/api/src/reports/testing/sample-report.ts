import {
  type FolderReport,
  JobStatus,
  type PersonReport,
  type ReportHead,
  type ServiceReport,
  ServiceStatus,
  Workload,
} from '@ferry/contracts';
import type { Report } from '../report';

const AT = new Date('2030-01-01T10:00:00Z');
const COUNTS = { compared: 1_197, atTarget: 1_197, missing: 0, different: 0, sampled: 2, sampledDifferent: 0 };
const ITEMS = { found: 1_200, copied: 1_190, alreadyThere: 7, skipped: 3, failed: 0, bytes: 3_400_000 };

/** What a report says of its job; a spec sets only what it talks about. */
export function reportHead(more: Partial<ReportHead> = {}): ReportHead {
  return {
    id: 'a0000000-0000-4000-8000-000000000001',
    displayName: 'Wave 1',
    status: JobStatus.CompletedWithErrors,
    createdDateTime: AT,
    jobCreatedDateTime: AT,
    createdBy: 'admin@fabrikam.example',
    sourceTenant: 'Contoso',
    targetTenant: 'Fabrikam',
    completeAfterDateTime: AT,
    migrationStartedDateTime: AT,
    cutoverStartedDateTime: AT,
    finishedDateTime: AT,
    totals: [{ service: Workload.Exchange, people: 1, verifiedPeople: 1, verifyingPeople: 0, ...ITEMS, ...COUNTS }],
    ...more,
  };
}

/** A folder of a mailbox. */
export function folderReport(more: Partial<FolderReport> = {}): FolderReport {
  return { path: 'Inbox', ...ITEMS, missing: 0, removed: 0, reasons: [], verification: COUNTS, ...more };
}

/** A mailbox that has arrived. */
export function serviceReport(more: Partial<ServiceReport> = {}): ServiceReport {
  return {
    service: Workload.Exchange,
    status: ServiceStatus.Completed,
    message: '',
    errors: [],
    ...ITEMS,
    itemsPerSecond: 120.5,
    bytesPerSecond: 340_000,
    phases: [],
    verification: { ...COUNTS, startDateTime: AT, endDateTime: AT },
    verificationProblem: null,
    folders: [folderReport()],
    ...more,
  };
}

/** A person with a mailbox. */
export function personReport(more: Partial<PersonReport> = {}): PersonReport {
  return {
    id: '22222222-0000-4000-8000-000000000001',
    displayName: 'Ann Beebe',
    mail: 'ann.beebe@fabrikam.example',
    removed: false,
    services: [serviceReport()],
    ...more,
  };
}

/** A report of these people. */
export function reportOf(head: ReportHead, people: readonly PersonReport[]): Report {
  return {
    head,
    async *people() {
      yield* people;
    },
  };
}
