import { expect, test } from '@playwright/test';
import type { JobProgress, JobReport } from '@ferry/contracts';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DATA_FOLDER } from './support/addresses';
import { Caller } from './support/caller';
import { fabrikamPerson } from './support/console';
import { OwnService } from './support/service';

const PEOPLE = [11, 12, 13, 14, 15, 16, 17, 18];

const FOLDER = join(DATA_FOLDER, '..', 'killed');
const service = new OwnService(23_119, FOLDER);

test.afterEach(() => service.end('SIGKILL'));

test('a service that is killed in the middle ends with the report of an undisturbed one', async ({ request }) => {
  rmSync(FOLDER, { recursive: true, force: true });
  await service.start();
  const caller = await Caller.of(request, service.address);
  const { id } = await caller.post<{ id: string }>('v1.0/solutions/migrations/crossTenantMigrationJobs', {
    displayName: 'killed in the middle',
    jobType: 'migrate',
    sourceTenantId: '11111111-1111-4111-8111-111111111111',
    completeAfterDateTime: new Date().toISOString(),
    exchangeSettings: { sourceEndpoint: 'contoso-endpoint', targetDeliveryDomain: 'fabrikam.example' },
    resourceType: 'Users',
    resources: PEOPLE.map(fabrikamPerson),
  });
  const copied = async (): Promise<number> => {
    const { totals } = await caller.get<JobProgress>(`api/v1/jobs/${id}`);
    return totals.reduce((sum, total) => sum + total.copied, 0);
  };
  for (const items of [100, 1_200]) {
    await expect.poll(copied, { intervals: [50], timeout: 60_000 }).toBeGreaterThan(items);
    await service.end('SIGKILL');
    await service.start();
  }
  const status = async () => (await caller.get<JobProgress>(`api/v1/jobs/${id}`)).job.status;
  await expect.poll(status, { intervals: [200], timeout: 60_000 }).toBe('completed');

  const report = await caller.get<JobReport>(`api/v1/jobs/${id}/report`);
  for (const { services } of report.people) {
    for (const { service: name, found, copied: written, alreadyThere, skipped, failed, verification } of services) {
      const atTarget = verification?.atTarget;
      expect({ name, atTarget, skipped, failed }).toEqual({ name, atTarget: found, skipped: 0, failed: 0 });
      expect(written + alreadyThere).toBe(found);
    }
  }
  expect(await service.end('SIGTERM')).toBe(0);
});
