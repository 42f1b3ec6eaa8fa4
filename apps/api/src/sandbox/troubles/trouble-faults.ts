import { type SandboxTrouble, SandboxTroubleKind, Workload } from '@ferry/contracts';
import { catalogueEntry, placeholdersOf } from '@ferry/domain';
import type { BodyFault } from '../../graph/body-fault';
import { elementPlace, memberPlace } from '../../graph/body-place';
import { sandboxPerson } from '../sandbox-directory';
import { UNMET } from './unmet-prerequisites';

type Member = Exclude<keyof SandboxTrouble, 'kind'>;

/** What a kind needs, and what it takes beside that. */
interface Members {
  readonly needs: readonly Member[];
  readonly takes: readonly Member[];
}

const OF_STORE: readonly Member[] = ['personId', 'service'];
const WITH_CODE: Members = { needs: [...OF_STORE, 'code'], takes: ['parameters', 'times'] };
const WITHOUT_CODE: Members = { needs: OF_STORE, takes: ['times'] };

const MEMBERS: Readonly<Record<SandboxTroubleKind, Members>> = {
  [SandboxTroubleKind.Unmet]: { needs: ['prerequisite'], takes: ['personId', 'side'] },
  [SandboxTroubleKind.Refuse]: WITH_CODE,
  [SandboxTroubleKind.Disconnect]: WITHOUT_CODE,
  [SandboxTroubleKind.Throttle]: { needs: [...OF_STORE, 'retryAfterSeconds'], takes: ['times'] },
  [SandboxTroubleKind.FailItems]: WITH_CODE,
  [SandboxTroubleKind.SkipItems]: WITH_CODE,
  [SandboxTroubleKind.LoseItems]: WITHOUT_CODE,
  [SandboxTroubleKind.ChangeItems]: WITHOUT_CODE,
};

const ALL_MEMBERS: readonly Member[] = [
  'personId',
  'service',
  'prerequisite',
  'side',
  'code',
  'parameters',
  'retryAfterSeconds',
  'times',
];

/** What is wrong with the troubles that somebody of a tenant wants: each says what its kind needs, of people who exist. */
export function troubleFaults(tenantId: string, troubles: readonly SandboxTrouble[]): BodyFault[] {
  return troubles.flatMap((trouble, index) => {
    const place = elementPlace('value', index);
    const faults = memberFaults(trouble);
    const found = faults.length > 0 ? faults : valueFaults(tenantId, trouble);
    return found.map(([member, message]): BodyFault => ({
      of: 'value',
      code: 'invalidValue',
      message,
      target: memberPlace(place, member),
    }));
  });
}

type Fault = readonly [member: Member, message: string];

function memberFaults(trouble: SandboxTrouble): Fault[] {
  const { needs, takes } = MEMBERS[trouble.kind];
  return ALL_MEMBERS.flatMap((member): Fault[] => {
    const isGiven = (trouble[member] ?? null) !== null;
    if (needs.includes(member) && !isGiven) return [[member, `A trouble of the kind ${trouble.kind} needs ${member}.`]];
    if (!isGiven || needs.includes(member) || takes.includes(member)) return [];
    return [[member, `A trouble of the kind ${trouble.kind} takes no ${member}. Leave it out.`]];
  });
}

function valueFaults(tenantId: string, trouble: SandboxTrouble): Fault[] {
  return [...personFaults(tenantId, trouble), ...sideFaults(trouble), ...codeFaults(trouble)];
}

function personFaults(tenantId: string, { personId }: SandboxTrouble): Fault[] {
  if (typeof personId !== 'string' || sandboxPerson(tenantId, personId)) return [];
  return [['personId', 'personId must be the object id of somebody of your tenant in the sandbox.']];
}

function sideFaults({ prerequisite, side }: SandboxTrouble): Fault[] {
  if (!prerequisite) return [];
  const { sides } = UNMET[prerequisite];
  if (side ? sides.includes(side) : sides.length === 1) return [];
  return [['side', `side must be ${sides.join(' or ')}, where ${prerequisite} is looked at.`]];
}

function codeFaults({ code, service, parameters }: SandboxTrouble): Fault[] {
  if (typeof code !== 'string' || !service) return [];
  const entry = catalogueEntry(code, service === Workload.Meeting ? 'meeting' : undefined);
  if (!entry?.workloads.includes(service)) {
    return [
      ['code', `code must be one of the error catalogue that can stand at ${service}; GET /api/v1/errors has them.`],
    ];
  }
  const places = placeholdersOf(entry.messageTemplate);
  if ((parameters ?? []).length === places.length) return [];
  const wanted = places.length === 0 ? 'be left out' : `hold ${places.length}, for ${places.join(', ')}`;
  return [['parameters', `parameters must ${wanted}: the message is "${entry.messageTemplate}"`]];
}
