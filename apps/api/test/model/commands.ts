import {
  type ActionDecision,
  decideAction,
  decidePersonAdd,
  decidePersonCancel,
  decideSkippedItemsAccept,
  type JobAction,
} from '@ferry/domain';
import fc from 'fast-check';
import { SkippedItemsAllowanceService } from '../../src/decisions/skipped-items-allowance.service';
import { SkippedItemsService } from '../../src/decisions/skipped-items.service';
import { PeopleAdditionsService } from '../../src/jobs/people-additions.service';
import { PeopleRemovalsService } from '../../src/jobs/people-removals.service';
import { keyOf } from '../support/test-service';
import type { JobModel, ModelPerson } from './job-model';
import { PEOPLE } from './people';
import { APPROVER, CREATOR, personId, type RunningJob } from './running-job';

type Step = fc.AsyncCommand<JobModel, RunningJob>;

/** The outcome of a call: the code of the refusal, or that it was done. */
async function outcomeOf(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => 'done',
    (error: { details?: { code: string }[]; name: string }) => error.details?.[0]?.code ?? error.name,
  );
}

const expected = (decision: ActionDecision): string => (decision.allowed ? 'done' : decision.code);

/** A command that asks for something: the domain says what must come of it, the model what follows. */
function asks(
  name: string,
  decide: (model: JobModel, now: Date) => ActionDecision,
  call: (real: RunningJob, model: JobModel) => Promise<unknown>,
  follow: (model: JobModel) => void,
): Step {
  return {
    check: (model) => !model.gone,
    toString: () => name,
    async run(model, real) {
      const decision = decide(model, real.now);
      expect(`${name}: ${await outcomeOf(call(real, model))}`).toBe(`${name}: ${expected(decision)}`);
      if (decision.allowed) follow(model);
      const job = await real.agrees(model);
      model.validatedAt = job?.validatedAt ?? null;
    },
  };
}

function action(
  name: JobAction,
  call: (real: RunningJob, model: JobModel) => Promise<unknown>,
  follow: (model: JobModel) => void,
): Step {
  return asks(name, (model, now) => decideAction(name, model, now, model.rules), call, follow);
}

/** Somebody of the job, by a place among its people. */
const someone = (model: JobModel, place: number): ModelPerson | undefined =>
  model.people[place % Math.max(model.people.length, 1)];

const notThere: ActionDecision = { allowed: false, code: 'personCancelNotAllowed', message: '' };

const VALIDATE = action(
  'validate',
  (real, { id }) => real.service.jobs.validate(CREATOR, keyOf({ id })),
  (model) => model.validate(),
);
const MIGRATE = action(
  'migrate',
  (real, { id }) => real.service.jobs.migrate(CREATOR, keyOf({ id })),
  (model) => model.migrate(),
);
const APPROVE = action(
  'approve',
  (real, { id }) => real.service.jobs.approve(APPROVER, keyOf({ id })),
  (model) => model.approve(),
);

/** What is usually done first, so that histories begin in the middle as often as at the beginning. */
export const USUAL_WAY: readonly Step[] = [VALIDATE, MIGRATE, APPROVE];

/** Every command. Those that bring a job forward are drawn more often, or few histories would get far. */
export function commands(settings: Readonly<Record<string, string>>): fc.Arbitrary<Step>[] {
  const place = fc.nat({ max: 5 });
  const inHours = fc.integer({ min: -5, max: 48 });
  const forward = [fc.constantFrom(...USUAL_WAY), fc.constantFrom(1, 13, 60, 24 * 8).map((hours) => advance(hours))];
  const others = [
    fc.constant(
      action(
        'cancel',
        (real, { id }) => real.service.jobs.cancel(CREATOR, keyOf({ id })),
        (model) => model.cancel(),
      ),
    ),
    fc.constant(
      action(
        'delete',
        (real, { id }) => real.service.jobs.delete(CREATOR, keyOf({ id })),
        (model) => model.delete(),
      ),
    ),
    inHours.map((hours) => moveDate(hours)),
    place.map((at) =>
      asks(
        `cancel person ${at}`,
        (model, now) =>
          decidePersonCancel(someone(model, at)?.situation ?? { workloads: [], removed: true }, model, now),
        (real, model) =>
          real.service.app
            .get(PeopleRemovalsService)
            .remove(CREATOR, keyOf(model), personId(someone(model, at)?.number ?? 0), 'trace'),
        (model) => {
          const person = someone(model, at);
          if (person) model.remove(person);
        },
      ),
    ),
    place.map((at) => addPerson(PEOPLE[at] ?? 1)),
    place.map((at) =>
      asks(
        `accept skipped items of ${at}`,
        (model) => {
          const person = someone(model, at);
          return person ? decideSkippedItemsAccept(person.situation) : notThere;
        },
        (real, model) =>
          real.service.app
            .get(SkippedItemsService)
            .accept(CREATOR, keyOf(model), personId(someone(model, at)?.number ?? 0)),
        (model) => {
          const person = someone(model, at);
          if (person) model.accept(person);
        },
      ),
    ),
    fc.nat({ max: 4 }).map((items) =>
      asks(
        `allow ${items} skipped items`,
        () => ({ allowed: true }),
        (real, model) => real.service.app.get(SkippedItemsAllowanceService).set(CREATOR, keyOf(model), items),
        (model) => model.allow(items),
      ),
    ),
    fc.constant(restart(settings)),
  ];
  return [...forward, ...forward, ...forward, ...others];
}

function moveDate(hours: number): Step {
  const at = (now: Date) => new Date(now.getTime() + hours * 3_600_000);
  let date = new Date(0);
  return asks(
    `move the date by ${hours} h`,
    (model, now) => {
      date = at(now);
      return decideAction('update', model, now, model.rules);
    },
    (real, model) => real.service.jobs.update(CREATOR, keyOf(model), { completeAfterDateTime: date }),
    (model) => {
      model.completeAfter = date;
    },
  );
}

function addPerson(number: number): Step {
  const isThere = (model: JobModel) => model.people.some((person) => person.number === number);
  return asks(
    `add person ${number}`,
    (model) => {
      const decision = decidePersonAdd(model);
      if (!decision.allowed || !isThere(model)) return decision;
      return { allowed: false, code: 'personAlreadyInJob', message: '' };
    },
    async (real, model) => {
      const job = await real.service.jobs.get(CREATOR, keyOf(model));
      return real.service.app.get(PeopleAdditionsService).add(CREATOR, job, { id: personId(number) });
    },
    (model) => model.add(number),
  );
}

function advance(hours: number): Step {
  return {
    check: () => true,
    toString: () => `let ${hours} h pass`,
    async run(model, real) {
      await real.advance(hours * 3_600_000);
      await real.agrees(model);
    },
  };
}

function restart(settings: Readonly<Record<string, string>>): Step {
  return {
    check: () => true,
    toString: () => 'restart',
    async run(model, real) {
      await real.restart(settings);
      await real.agrees(model);
    },
  };
}
