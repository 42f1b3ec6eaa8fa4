import { JobStatus, type SandboxTrouble, SandboxTroubleKind, Workload } from '@ferry/contracts';
import { catalogueEntries, catalogueEntry, type CatalogueEntry, placeholdersOf, type Raiser } from '@ferry/domain';
import { drive, errorsOf, type SeenError, untilEnded } from './support/driven-jobs';
import { JOBS, TestApi } from './support/test-api';
import { fabrikamPerson } from './support/test-service';
import { UNMET_FINDINGS } from './support/unmet-findings';

const { Exchange, ODSP, Teams, Meeting } = Workload;
const NOBODY = '22222222-0000-4000-8000-999999999999';
const UNKNOWN_TENANT = '99999999-9999-4999-8999-999999999999';
const PEOPLE_PER_JOB = 40;
const AT_WORKLOADS = catalogueEntries().filter(({ workloads }) => workloads.length > 0);

/** Whether a message is the sentence of an entry with its placeholders filled. */
function says({ messageTemplate }: CatalogueEntry, message: string): boolean {
  const [first = '', ...others] = placeholdersOf(messageTemplate)
    .reduce((text, place) => text.replaceAll(place, '\n'), messageTemplate)
    .split('\n');
  if (!message.startsWith(first) || !message.endsWith(others.at(-1) ?? first)) return false;
  let rest = message.slice(first.length);
  for (const part of others) {
    const at = rest.indexOf(part, 1);
    if (part !== '' && at < 0) return false;
    rest = rest.slice(at + part.length);
  }
  return placeholdersOf(message).length === 0 && (others.length > 0 || message === first);
}

const codesOf = (seen: readonly { readonly code: string }[]) => [...new Set(seen.map(({ code }) => code))].sort();
const raisedBy = (...parts: readonly Raiser[]) =>
  codesOf(catalogueEntries().filter((entry) => entry.raisedBy.some((part) => parts.includes(part))));

describe('Every error that can stand at a workload', () => {
  let api: TestApi;
  let found: SeenError[];
  let failed: SeenError[];
  let ofStores: SeenError[];
  let rehearsed: SeenError[];

  beforeAll(async () => {
    api = await TestApi.start({ FERRY_PAST_DATE: 'due-now' });
    found = await findings();
    failed = await failures();
    ofStores = await said(AT_WORKLOADS.filter((entry) => entry.raisedBy.some((part) => part === 'store')));
    rehearsed = await said(AT_WORKLOADS.filter((entry) => entry.raisedBy.length === 0));
  });
  afterAll(() => api.destroy());

  const due = (people: readonly number[], workloads: readonly Workload[]) =>
    api.create(people, { jobType: 'migrate', workloads, completeAfterDateTime: api.inMinutes(-1) });

  /** Migrates people with troubles, to the end. */
  async function migrate(troubles: readonly SandboxTrouble[], people: readonly number[], workloads: Workload[]) {
    await drive(api, troubles);
    const job = await due(people, workloads);
    await untilEnded(api, job.id);
    return errorsOf(api, job.id);
  }

  /** What the checks find for people of whom each lacks one thing, for somebody unknown, and of an unknown tenant. */
  async function findings(): Promise<SeenError[]> {
    await drive(
      api,
      UNMET_FINDINGS.map(([prerequisite, side], index) => ({
        kind: SandboxTroubleKind.Unmet,
        personId: fabrikamPerson(index + 1),
        prerequisite,
        side,
      })),
    );
    const claimed = UNMET_FINDINGS.length + 1;
    const claim = await api.create([claimed]);
    const resources = [...UNMET_FINDINGS.keys(), claimed - 1].map((index) => fabrikamPerson(index + 1));
    const job = await api.create([], { jobType: 'validate', resources: [...resources, NOBODY] });
    const stranger = await api.create([claimed + 1], { jobType: 'validate', sourceTenantId: UNKNOWN_TENANT });
    for (const { id } of [job, stranger]) await api.until(id, JobStatus.ValidateFailed);
    await api.act(claim.id, 'cancel');
    await api.until(claim.id, JobStatus.Cancelled);
    return [...(await errorsOf(api, job.id)), ...(await errorsOf(api, stranger.id))];
  }

  /** What the engine makes of stores that never give in, of targets that lose and change, and of a failed mailbox. */
  async function failures(): Promise<SeenError[]> {
    const of = (number: number, service: Workload) => ({ personId: fabrikamPerson(number), service });
    const refused = { code: 'ChatMessageNotImported', parameters: ['nobody knows the author'] };
    return [
      ...(await heldBack()),
      ...(await migrate(
        [
          { kind: SandboxTroubleKind.Throttle, ...of(31, ODSP), retryAfterSeconds: 5 },
          { kind: SandboxTroubleKind.Disconnect, ...of(32, ODSP) },
          { kind: SandboxTroubleKind.LoseItems, ...of(33, ODSP) },
          { kind: SandboxTroubleKind.ChangeItems, ...of(34, ODSP), times: 2 },
        ],
        [31, 32, 33, 34],
        [ODSP],
      )),
      ...(await migrate(
        [
          { kind: SandboxTroubleKind.FailItems, ...of(35, Teams), ...refused },
          { kind: SandboxTroubleKind.FailItems, ...of(36, Teams), ...refused, times: 1 },
        ],
        [35, 36, 45],
        [Exchange, Teams, Meeting],
      )),
    ];
  }

  /** What somebody has to decide about: more items skipped than the job allows. */
  async function heldBack(): Promise<SeenError[]> {
    const skipped = { code: 'ItemNotSupported', parameters: ['a program'] };
    await drive(api, [{ kind: SandboxTroubleKind.SkipItems, personId: fabrikamPerson(37), service: ODSP, ...skipped }]);
    const job = await due([37], [ODSP]);
    await api.until(job.id, JobStatus.AdminActionRequired);
    const errors = await errorsOf(api, job.id);
    await api.post(`${JOBS}/${job.id}/users/${fabrikamPerson(37)}/cancel`);
    await api.until(job.id, JobStatus.Cancelled);
    return errors;
  }

  /** Lets the stores say every entry of some, each at the first workload that it can stand at. */
  async function said(entries: readonly CatalogueEntry[]): Promise<SeenError[]> {
    const seen: SeenError[] = [];
    for (const service of [ODSP, Teams, Exchange, Meeting]) {
      const own = entries.filter(
        (entry) => [ODSP, Teams, Exchange, Meeting].find((at) => entry.workloads.includes(at)) === service,
      );
      for (let first = 0; first < own.length; first += PEOPLE_PER_JOB) {
        const troubles = own.slice(first, first + PEOPLE_PER_JOB).map((entry, index) => ({
          kind: SandboxTroubleKind.Refuse,
          personId: fabrikamPerson(index + 1),
          service,
          code: entry.code,
          parameters: placeholdersOf(entry.messageTemplate).map((place) => `value of ${place.slice(1, -1)}`),
        }));
        const workloads = service === Meeting ? [Exchange, Teams, Meeting] : [service];
        const errors = await migrate(
          troubles,
          troubles.map((_trouble, index) => index + 1),
          workloads,
        );
        expect(errors.map(({ personId, code }) => [personId, code])).toEqual(
          troubles.map(({ personId, code }) => [personId, code]),
        );
        seen.push(...errors);
      }
    }
    return seen;
  }

  it.each(UNMET_FINDINGS.map((finding, index) => [...finding, fabrikamPerson(index + 1)] as const))(
    'is found by a check: %s at the %s',
    (_prerequisite, _side, codes, personId) => {
      const own = found.filter((error) => error.personId === personId);
      expect(Object.fromEntries(own.map(({ service, code }) => [service, code]))).toEqual(codes);
    },
  );

  it('is raised by exactly the part of the service that the catalogue names', () => {
    expect(codesOf(found)).toEqual(raisedBy('check'));
    expect(codesOf([...failed, ...ofStores])).toEqual(raisedBy('engine', 'store'));
    expect(raisedBy('engine').filter((code) => !codesOf(failed).includes(code))).toEqual([]);
  });

  it('can be rehearsed where no part of the service raises it', () => {
    expect(codesOf([...found, ...failed, ...ofStores, ...rehearsed])).toEqual(codesOf(AT_WORKLOADS));
  });

  it('says the sentence of the catalogue, and at meetings the one for meetings', () => {
    for (const { code, service, message } of [...found, ...failed, ...ofStores, ...rehearsed]) {
      const entry = catalogueEntry(code, service === Meeting ? 'meeting' : undefined);
      expect([code, service, message, entry && says(entry, message)]).toEqual([code, service, message, true]);
    }
  });
});
