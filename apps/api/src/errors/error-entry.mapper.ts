import type { ErrorEntry } from '@ferry/contracts';
import { Fixer, Raiser } from '@ferry/contracts';
import type { CatalogueEntry } from '@ferry/domain';

/** An entry of the catalogue as the API shows it. */
export function toErrorEntry(entry: CatalogueEntry): ErrorEntry {
  const { code, family, title, messageTemplate, cause, evidence, remedy, where, retryHelps, source } = entry;
  return {
    code,
    variant: entry.variant ?? null,
    family,
    title,
    messageTemplate,
    alsoSeenAs: [...(entry.alsoSeenAs ?? [])],
    workloads: [...entry.workloads],
    cause,
    evidence,
    remedy,
    who: FIXERS[entry.who],
    where,
    retryHelps,
    raisedBy: entry.raisedBy.map((part) => RAISERS[part]),
    listedBecause: entry.listedBecause ?? null,
    source,
  };
}

export const FIXERS: Readonly<Record<CatalogueEntry['who'], Fixer>> = {
  migrationAdmin: Fixer.MigrationAdmin,
  targetTenantAdmin: Fixer.TargetTenantAdmin,
  sourceTenantAdmin: Fixer.SourceTenantAdmin,
  licenceAdmin: Fixer.LicenceAdmin,
  operator: Fixer.Operator,
  user: Fixer.User,
};

const RAISERS: Readonly<Record<CatalogueEntry['raisedBy'][number], Raiser>> = {
  check: Raiser.Check,
  engine: Raiser.Engine,
  store: Raiser.Store,
  api: Raiser.Api,
};
