import { API_ROUTES, type PersonProgress, PersonProgressCollection, type Workload, WORKLOADS } from '@ferry/contracts';
import { plainToInstance } from 'class-transformer';
import type { Command } from '../command';
import { ExitCode } from '../exit-code';
import { printable } from '../print/printable';
import { type Column, table } from '../print/table';
import { jobSegment } from '../service/routes';
import { waitWords } from './wait-words';

/** `ferry people list` */
export const listPeople: Command = {
  name: 'people list',
  summary: 'List the people of a job with their workloads, and what went wrong',
  ownOptions: [],
  about: 'job',
  async run({ options, service, terminal }, job) {
    const answer = await service.get(API_ROUTES.jobPeople(jobSegment(job)));
    if (options.json) terminal.out(JSON.stringify(answer, null, 2));
    else for (const line of peopleLines(plainToInstance(PersonProgressCollection, answer).value)) terminal.out(line);
    return ExitCode.Fine;
  },
};

/** A table of the people, and below it a line for each workload that does not move as it should, and for each error. */
export function peopleLines(people: readonly PersonProgress[]): string[] {
  const chosen = WORKLOADS.filter((workload) => people.some((person) => serviceOf(person, workload)));
  const columns: Column<PersonProgress>[] = [
    { title: 'Name', value: nameOf },
    ...chosen.map((workload) => ({ title: workload, value: (person: PersonProgress) => standing(person, workload) })),
    { title: 'Id', value: (person) => person.id },
  ];
  const notes = [...people.flatMap(waitLines), ...people.flatMap(errorLines)];
  return [...table(columns, people), ...(notes.length === 0 ? [] : ['']), ...notes];
}

function nameOf({ id, displayName, removed }: PersonProgress): string {
  return `${displayName ?? id}${removed ? ' (taken out)' : ''}`;
}

function standing(person: PersonProgress, workload: Workload): string | null {
  const service = serviceOf(person, workload);
  if (service === undefined) return null;
  const expected = Math.max(service.expected, service.found);
  return expected === 0 ? service.status : `${service.status} ${service.found}/${expected}`;
}

function serviceOf({ services }: PersonProgress, workload: Workload) {
  return services.find(({ service }) => service === workload);
}

function errorLines(person: PersonProgress): string[] {
  return person.services.flatMap(({ service, errors }) =>
    errors.map(({ code, message }) => printable(`${nameOf(person)}, ${service}: ${code ?? '-'}: ${message ?? '-'}`)),
  );
}

function waitLines(person: PersonProgress): string[] {
  return person.services.flatMap((service) => {
    const words = waitWords(service);
    return words === null ? [] : [printable(`${nameOf(person)}, ${service.service}: ${words}`)];
  });
}
