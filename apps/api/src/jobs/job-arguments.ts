import { type CreateCrossTenantMigrationJob, WORKLOADS } from '@ferry/contracts';
import { type CatalogueCode, catalogueError, missingDependencies } from '@ferry/domain';
import type { Caller } from '../auth/caller';
import type { Config } from '../config/config';
import { BadArgumentError } from '../graph/graph-http-error';
import { AssignedMemberError, UnstorableTextError } from './job-errors';
import { isStorable } from './job-key';

/** The settings that bear on what a body may ask for. */
export type ArgumentPolicy = Pick<Config, 'maxResourcesPerJob' | 'pastDate'>;

/** 422 in the words of the catalogue. */
export function badArgument(member: string, code: CatalogueCode, ...params: string[]): BadArgumentError {
  const { message } = catalogueError(code, params);
  return new BadArgumentError(member, code, message);
}

/** Refuses a create body that has the right shape and asks for what cannot be (contract page 1.3.2 and 1.4). */
export function checkCreateArguments(
  caller: Caller,
  body: CreateCrossTenantMigrationJob,
  now: Date,
  policy: ArgumentPolicy,
): void {
  const { displayName, exchangeSettings, resources, targetTenantId, workloads } = body;
  mustBeStorable('displayName', displayName);
  mustBeStorable('exchangeSettings.sourceEndpoint', exchangeSettings?.sourceEndpoint);
  mustBeStorable('exchangeSettings.targetDeliveryDomain', exchangeSettings?.targetDeliveryDomain);
  if (targetTenantId && targetTenantId.toLowerCase() !== caller.tenantId) {
    throw new AssignedMemberError(
      'targetTenantId',
      'targetTenantId must be the tenant of the caller. Leave it out, or sign in to the target tenant.',
    );
  }
  checkCutoverDate(body.completeAfterDateTime, now, policy);
  if (resources.length > policy.maxResourcesPerJob) {
    const limits = [policy.maxResourcesPerJob, resources.length].map(String);
    throw badArgument('resources', 'maxThresholdFailed', ...limits);
  }
  const [missing] = missingDependencies(workloads?.length ? workloads : WORKLOADS);
  if (missing) throw badArgument('workloads', 'missingWorkloads', missing.workload, missing.needs.join(' and '));
}

/** Refuses a cutover date that has passed, unless the setting takes it for due, and one that cannot be written down. */
export function checkCutoverDate(completeAfter: Date, now: Date, policy: Pick<ArgumentPolicy, 'pastDate'>): void {
  if (policy.pastDate === 'reject' && completeAfter <= now) {
    throw badArgument('completeAfterDateTime', 'minThresholdFailed');
  }
  const year = completeAfter.getUTCFullYear();
  if (year < 1 || year > 9_999) {
    const message = 'completeAfterDateTime must lie between the years 1 and 9999 of UTC.';
    throw new BadArgumentError('completeAfterDateTime', 'maxThresholdFailed', message);
  }
}

function mustBeStorable(member: string, text: string | undefined): void {
  if (text !== undefined && !isStorable(text)) throw new UnstorableTextError(member);
}
