import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { JobReport } from './job-report';
import { ReportEntryCollection } from './report-entry';

const COUNTS = { compared: 2, atTarget: 2, missing: 0, different: 0, sampled: 1, sampledDifferent: 0 };
const ITEMS = { found: 3, copied: 2, alreadyThere: 0, skipped: 1, failed: 0, bytes: 4_000_000_000 };
const ID = '22222222-0000-4000-8000-000000000001';
const AT = '2030-01-01T00:00:00Z';

const report = () => ({
  id: ID,
  displayName: 'Wave 1',
  status: 'completed',
  createdDateTime: AT,
  jobCreatedDateTime: AT,
  createdBy: 'admin@fabrikam.example',
  sourceTenant: 'Contoso',
  targetTenant: 'Fabrikam',
  completeAfterDateTime: AT,
  migrationStartedDateTime: AT,
  cutoverStartedDateTime: null,
  finishedDateTime: null,
  totals: [{ service: 'Exchange', people: 1, verifiedPeople: 1, verifyingPeople: 0, ...ITEMS, ...COUNTS }],
  people: [
    {
      id: ID,
      displayName: null,
      mail: null,
      removed: false,
      services: [
        {
          service: 'Exchange',
          status: 'completed',
          message: '',
          errors: [],
          ...ITEMS,
          itemsPerSecond: 1.5,
          bytesPerSecond: null,
          phases: [{ phase: 'cutover', startDateTime: AT, endDateTime: null }],
          verification: { ...COUNTS, startDateTime: AT, endDateTime: AT },
          verificationProblem: null,
          folders: [
            {
              path: 'Inbox/Été',
              ...ITEMS,
              missing: 0,
              removed: 0,
              reasons: [{ outcome: 'skipped', code: 'ItemTooLarge', message: 'Too large.', items: 1 }],
              verification: COUNTS,
            },
          ],
        },
      ],
    },
  ],
});

const faultsOf = (plain: object) =>
  validateSync(plainToInstance(JobReport, plain), { whitelist: true, forbidNonWhitelisted: true });

describe('JobReport', () => {
  it('is read from JSON with its dates, down to the folders', () => {
    const read = plainToInstance(JobReport, report());
    expect(faultsOf(report())).toEqual([]);
    const [service] = read.people[0]?.services ?? [];
    expect(service?.verification?.endDateTime).toEqual(new Date(AT));
    expect(service?.phases[0]?.startDateTime).toEqual(new Date(AT));
    expect(service?.folders[0]?.verification?.compared).toBe(2);
  });

  it('refuses a count below nothing, wherever it stands', () => {
    const wrong = report();
    const [folder] = wrong.people[0]?.services[0]?.folders ?? [];
    if (folder) folder.verification = { ...COUNTS, missing: -1 };
    expect(JSON.stringify(faultsOf(wrong))).toContain('missing must not be less than 0');
  });
});

describe('ReportEntryCollection', () => {
  it('may name the next page', () => {
    const collection = plainToInstance(ReportEntryCollection, { value: [], nextLink: 'http://127.0.0.1/next' });
    expect(validateSync(collection)).toEqual([]);
  });
});
