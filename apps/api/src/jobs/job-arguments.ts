import { type CreateCrossTenantMigrationJob, WORKLOADS } from '@ferry/contracts';
import {
  catalogueError,
  type CodeRaisedBy,
  cutoverDateFault as judgeCutoverDate,
  missingDependencies,
} from '@ferry/domain';
import type { Caller } from '../auth/caller';
import type { Config } from '../config/config';
import { type BodyFault, bodyRefusal } from '../graph/body-fault';
import { memberOf } from '../graph/body-place';
import type { GraphHttpError } from '../graph/graph-http-error';

/** The settings that bear on what a body may ask for. */
export type ArgumentPolicy = Pick<Config, 'maxResourcesPerJob' | 'pastDate'>;

/** A value that cannot be, in the words of the catalogue. */
export function wrongArgument(target: string, code: CodeRaisedBy<'api'>, ...params: string[]): BodyFault {
  return { of: 'value', target, ...catalogueError(code, params) };
}

/** 422 for one value, in the words of the catalogue. */
export function badArgument(target: string, code: CodeRaisedBy<'api'>, ...params: string[]): GraphHttpError {
  return bodyRefusal([wrongArgument(target, code, ...params)]);
}

/**
 * What a create body asks for that cannot be (contract page 1.3.2 and 1.4).
 *
 * @param known faults of the body; of members that are among them nothing more is said
 */
export function argumentFaults(
  caller: Caller,
  body: CreateCrossTenantMigrationJob,
  now: Date,
  policy: ArgumentPolicy,
  known: readonly BodyFault[] = [],
): BodyFault[] {
  const atFault = new Set(known.map(({ target }) => memberOf(target)));
  const canJudge = ({ member, needs }: Rule): boolean => needs?.(body) ?? !atFault.has(member);
  return RULES.filter(canJudge).flatMap(({ judge }) => judge(body, caller, now, policy) ?? []);
}

/** Refuses a cutover date that has passed, unless the setting takes it for due, and one that cannot be written down. */
export function cutoverDateFault(
  completeAfter: Date,
  now: Date,
  policy: Pick<ArgumentPolicy, 'pastDate'>,
): BodyFault | null {
  const target = 'completeAfterDateTime';
  switch (judgeCutoverDate(completeAfter, now)) {
    case 'passed':
    case 'tooNear':
      return policy.pastDate === 'reject' ? wrongArgument(target, 'minThresholdFailed') : null;
    case 'outOfRange': {
      const message = 'completeAfterDateTime must lie between the years 1 and 9999 of UTC.';
      return { of: 'value', code: 'maxThresholdFailed', message, target };
    }
    case null:
      return null;
  }
}

interface Rule {
  readonly member: keyof CreateCrossTenantMigrationJob;
  /** What the rule needs of a member that may be at fault; without it, that nothing is wrong with the member. */
  readonly needs?: (body: CreateCrossTenantMigrationJob) => boolean;
  readonly judge: (
    body: CreateCrossTenantMigrationJob,
    caller: Caller,
    now: Date,
    policy: ArgumentPolicy,
  ) => BodyFault | null;
}

const RULES: readonly Rule[] = [
  {
    member: 'targetTenantId',
    judge: ({ targetTenantId }, caller) => {
      if (targetTenantId === undefined || targetTenantId.toLowerCase() === caller.tenantId) return null;
      const message = 'targetTenantId must be the tenant of the caller. Leave it out, or sign in to the target tenant.';
      return { of: 'shape', code: 'invalidValue', message, target: 'targetTenantId' };
    },
  },
  {
    member: 'completeAfterDateTime',
    judge: ({ completeAfterDateTime }, _caller, now, policy) => cutoverDateFault(completeAfterDateTime, now, policy),
  },
  {
    member: 'resources',
    // They can be counted, whoever they are.
    needs: ({ resources }) => Array.isArray(resources),
    judge: ({ resources }, _caller, _now, { maxResourcesPerJob: most }) =>
      resources.length > most
        ? wrongArgument('resources', 'maxThresholdFailed', String(most), String(resources.length))
        : null,
  },
  {
    member: 'workloads',
    judge: ({ workloads }) => {
      const [missing] = missingDependencies(workloads?.length ? workloads : WORKLOADS);
      return missing
        ? wrongArgument('workloads', 'missingWorkloads', missing.workload, missing.needs.join(' and '))
        : null;
    },
  },
];
