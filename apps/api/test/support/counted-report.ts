import type { PersonReport, ServiceReport } from '@ferry/contracts';
import { countItems } from '@ferry/mover';
import type { INestApplicationContext } from '@nestjs/common';
import { Stores } from '../../src/engine/stores';
import type { JobRecord } from '../../src/jobs/job.record';
import { ReportsService } from '../../src/reports/reports.service';

/** A workload of a report, and what a listing of the target finds now: the report is not believed. */
export type CountedService = ServiceReport & { readonly atTarget: number };

/** A person of a report, counted. */
export type CountedPerson = Omit<PersonReport, 'services'> & { readonly services: CountedService[] };

/** The report of a job, with the target listed for everybody for whom something was found. */
export async function countedReport(
  app: INestApplicationContext,
  job: JobRecord,
): Promise<{ people: CountedPerson[] }> {
  const stores = app.get(Stores);
  const { signal } = new AbortController();
  const people: CountedPerson[] = [];
  const report = await app.get(ReportsService).ofJob(job);
  for await (const person of report.people()) {
    const services: CountedService[] = [];
    for (const service of person.services) {
      if (service.found === 0) services.push({ ...service, atTarget: 0 });
      else {
        const target = await stores.target(job.tenantId, { personId: person.id, service: service.service });
        services.push({ ...service, atTarget: await countItems(target, signal) });
        await target.close();
      }
    }
    people.push({ ...person, services });
  }
  return { people };
}
