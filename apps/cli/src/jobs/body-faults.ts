import { CreateCrossTenantMigrationJob, type ODataErrorDetails } from '@ferry/contracts';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';

/** What is wrong with the body of a new job, judged by the class that the service judges it by; empty when nothing is. */
export function bodyFaults(body: object): ODataErrorDetails[] {
  const instance = plainToInstance(CreateCrossTenantMigrationJob, body);
  return faultsOf(validateSync(instance, { whitelist: true, forbidNonWhitelisted: true }), '');
}

function faultsOf(errors: readonly ValidationError[], parent: string): ODataErrorDetails[] {
  return errors.flatMap(({ property, value, constraints = {}, children = [] }) => {
    const target = parent === '' ? property : `${parent}.${property}`;
    // Whatever else a member that is missing breaks, says the same once more.
    const own =
      value === undefined && Object.keys(constraints).length > 0
        ? [{ code: 'missingProperty', message: 'is required', target }]
        : Object.entries(constraints).map(([code, words]) => ({ code, message: about(property, code, words), target }));
    return [...own, ...faultsOf(children, target)];
  });
}

/** The words of a rule without the member that they begin with; the fault names it already, with its parents. */
function about(property: string, rule: string, words: string): string {
  if (rule === 'whitelistValidation') return 'is not a member of this type';
  return words.startsWith(`${property} `) ? words.slice(property.length + 1) : words;
}
