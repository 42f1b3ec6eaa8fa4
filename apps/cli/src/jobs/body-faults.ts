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
        : Object.entries(constraints).map(([rule, message]) => ({
            code: rule,
            message: wordsOf(rule, message),
            target,
          }));
    return [...own, ...faultsOf(children, target)];
  });
}

function wordsOf(rule: string, message: string): string {
  return rule === 'whitelistValidation' ? 'is not a member of a job' : message;
}
