import type { DrivenTrouble, SandboxTrouble } from '@ferry/contracts';
import type { NewTrouble, TroubleRecord } from './trouble.record';
import { UNMET } from './unmet-prerequisites';

/** A trouble as it is kept: ids in small letters, and a prerequisite with the tenant where it is looked at. */
export function newTrouble(trouble: SandboxTrouble): NewTrouble {
  const { kind, service = null, prerequisite = null, code = null, retryAfterSeconds = null, times = null } = trouble;
  const onlySide = prerequisite === null ? null : (UNMET[prerequisite].sides[0] ?? null);
  return {
    kind,
    personId: trouble.personId?.toLowerCase() ?? null,
    service,
    prerequisite,
    side: trouble.side ?? onlySide,
    code,
    parameters: trouble.parameters ?? [],
    retryAfterSeconds,
    times,
  };
}

/** A trouble as the API shows it. */
export function toDrivenTrouble(trouble: TroubleRecord): DrivenTrouble {
  const { kind, personId, service, prerequisite, side, code, parameters, retryAfterSeconds, times, happened } = trouble;
  return {
    kind,
    personId,
    service,
    prerequisite,
    side,
    code,
    parameters: [...parameters],
    retryAfterSeconds,
    times,
    happened,
  };
}
