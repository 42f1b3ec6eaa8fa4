import {
  FindingChange,
  type Preflight,
  type PreflightCheck,
  type PreflightFinding,
  type RunPreflight,
  Workload,
  WORKLOADS,
} from '@ferry/contracts';
import { catalogueError, type CheckFacts, comparedFindings, latestFindings, makeChecks } from '@ferry/domain';
import { Inject, Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Caller } from '../auth/caller';
import { ServiceClock } from '../clock/service-clock';
import { CONFIG, type Config } from '../config/config';
import { Database } from '../database/database';
import { claimOfNewcomer, FactsRepository } from '../engine/facts.repository';
import { bodyRefusal } from '../graph/body-fault';
import { SandboxTroubles } from '../sandbox/troubles/sandbox-troubles';
import { TenantsService } from '../tenants/tenants.service';
import { PreflightsRepository, type StoredFinding } from './preflights.repository';

/** What was checked, with everything that was found. */
interface Checked {
  readonly findings: readonly StoredFinding[];
  readonly checks: readonly PreflightCheck[];
}

/** Makes all checks for people before any job exists, and says what is different from the time before. */
@Injectable()
export class PreflightService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly preflights: PreflightsRepository,
    private readonly tenants: TenantsService,
    private readonly facts: FactsRepository,
    private readonly troubles: SandboxTroubles,
    private readonly clock: ServiceClock,
  ) {}

  /** @throws TenantNotFoundError, BadArgumentError for more people than a job may have */
  async run(caller: Caller, tenantId: string, body: RunPreflight): Promise<Preflight> {
    const own = await this.tenants.requireOwn(caller.tenantId, tenantId);
    const about = {
      id: randomUUID(),
      tenantId: own.id,
      sourceTenantId: body.sourceTenantId.toLowerCase(),
      sourceEndpoint: body.sourceEndpoint ?? null,
    };
    const workloads = WORKLOADS.filter((workload) => body.workloads?.includes(workload) ?? true);
    const personIds = await this.peopleOf(own.id, body.people);
    const gathered = await this.facts.gather(about, personIds, this.clock.now());
    const known = await this.troubles.withoutUnmet(own.id, gathered);
    return this.database.transaction(async (tx) => {
      const current = await this.facts.withRivals(tx, claimOfNewcomer(about.id, own.id, this.clock.now()), known);
      const { findings, checks } = check(personIds, workloads, current);
      const earlier = (await this.preflights.earlier(tx, about)).map((run) => ({ ...run, at: run.createdAt }));
      const before = latestFindings(earlier, personIds, workloads);
      const createdAt = this.clock.now();
      await this.preflights.add(tx, {
        ...about,
        workloads,
        personIds,
        findings,
        createdAt,
        createdBy: caller.actor,
      });
      const looked = new Set(personIds);
      const compared = comparedFindings(
        before.findings,
        findings,
        ({ personId, service }) => looked.has(personId) && workloads.includes(service as Workload),
      );
      const fresh = new Set(compared.new);
      const found = new Set(findings.map(({ personId }) => personId));
      return {
        id: about.id,
        createdDateTime: createdAt,
        previousDateTime: before.at,
        people: personIds.length,
        ready: personIds.length - found.size,
        checks: [...checks],
        findings: findings.map((one) => toFinding(one, fresh.has(one) ? FindingChange.New : FindingChange.Unchanged)),
        gone: compared.gone.map((one) => toFinding(one, FindingChange.Gone)),
        comparison: {
          new: compared.new.length,
          unchanged: compared.unchanged.length,
          gone: compared.gone.length,
        },
      };
    });
  }

  private async peopleOf(tenantId: string, named: readonly string[] | undefined): Promise<string[]> {
    const { maxResourcesPerJob: most } = this.config;
    const ids = named?.map((id) => id.toLowerCase()) ?? (await this.preflights.peopleOf(tenantId, most + 1));
    if (ids.length <= most) return ids;
    const seen = named ? String(ids.length) : `more than ${most}`;
    const { code, message } = catalogueError('maxThresholdFailed', [String(most), seen]);
    throw bodyRefusal([{ of: 'value', code, message: message.replace(/^resources/, 'people'), target: 'people' }]);
  }
}

function check(
  personIds: readonly string[],
  workloads: readonly Workload[],
  facts: ReadonlyMap<string, CheckFacts>,
): Checked {
  const findings: StoredFinding[] = [];
  const numbers = new Map<string, { check: PreflightCheck; failed: Set<string>; made: Set<string> }>();
  for (const personId of personIds) {
    const known = facts.get(personId);
    if (!known) continue;
    for (const service of workloads) {
      for (const { check: made, finding } of makeChecks(known, service)) {
        const { name, level } = made;
        const number = numbers.get(name) ?? {
          check: {
            check: name,
            level,
            workloads: workloads.filter((workload) => made.workloads.includes(workload)),
            passed: 0,
            failed: 0,
          },
          failed: new Set(),
          made: new Set(),
        };
        numbers.set(name, number);
        number.made.add(personId);
        if (finding) {
          number.failed.add(personId);
          findings.push({ personId, service, check: name, ...finding });
        }
      }
    }
  }
  const checks = [...numbers.values()].map(({ check: one, failed, made }) => ({
    ...one,
    failed: failed.size,
    passed: made.size - failed.size,
  }));
  return { findings, checks };
}

function toFinding(
  { personId, service, check: name, code, message, evidence }: StoredFinding,
  change: FindingChange,
): PreflightFinding {
  return { personId, service: service as Workload, check: name, code, message, evidence, change };
}
