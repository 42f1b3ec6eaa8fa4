import { Workload, WORKLOADS } from '@ferry/contracts';
import { isCatalogueCode } from '../errors/error-catalogue';
import type { CheckFacts } from './check-facts';
import { CHECKS, runChecks } from './run-checks';
import { CHECK_CASES, allOf } from './testing/check-cases';
import { CLEAN, PERSON_ID, SOURCE_ID, SOURCE_PERSON_ID, TARGET_ID, atTarget, person } from './testing/clean-facts';

/** The codes for each workload; workloads without a finding are left out. */
function codes(facts: CheckFacts): Partial<Record<Workload, string>> {
  const found = WORKLOADS.map((workload) => [
    workload,
    runChecks(facts, workload)
      .map(({ code }) => code)
      .join(' '),
  ]);
  return Object.fromEntries(found.filter(([, text]) => text !== '')) as Partial<Record<Workload, string>>;
}

describe('runChecks', () => {
  it.each(WORKLOADS)('finds nothing for %s when everything is in order', (workload) => {
    expect(runChecks(CLEAN, workload)).toEqual([]);
  });

  it.each(CHECK_CASES)('finds that $wrong', ({ facts, expected }) => {
    expect(codes(facts)).toEqual(expected);
  });

  it.each(CHECK_CASES)('says in a sentence what was seen when $wrong', ({ facts }) => {
    for (const found of WORKLOADS.flatMap((workload) => runChecks(facts, workload))) {
      expect(found.evidence).toMatch(/^[^{}<>]{20,}\.$/);
      expect(found.evidence).not.toMatch(/undefined|null/);
      expect(found.message).not.toMatch(/\{\d+\}|<[XY]>|undefined|null/);
    }
  });

  it('reports both tenants when a licence is missing on both sides', () => {
    const found = runChecks(person({ teamsLicence: { source: false, target: false } }), Workload.Teams);
    expect(found.map(({ message }) => message)).toEqual([
      `Teams migration failed. User ${SOURCE_PERSON_ID} in tenant ${SOURCE_ID} does not have a Teams license. ` +
        'Assign a Teams license to the user and retry migration.',
      `Teams migration failed. User ${PERSON_ID} in tenant ${TARGET_ID} does not have a Teams license. ` +
        'Assign a Teams license to the user and retry migration.',
    ]);
    expect(found[1]?.evidence).toBe(
      `Ann Lee (ann@fabrikam.example) has no Teams licence in the target tenant ${TARGET_ID}.`,
    );
  });

  it('uses the sentence for meetings where there is one', () => {
    const facts = atTarget({ organizationRelationship: false });
    expect(runChecks(facts, Workload.Meeting)[0]?.message).toMatch(/^Teams Meeting migration failed/);
    expect(runChecks(facts, Workload.Exchange)[0]?.message).toMatch(/^Tenant authorization error/);
  });

  it('does not guess about an account at the source that nobody knows', () => {
    const unmapped = person({
      identityMapping: 'missing',
      sourcePersonId: null,
      sourceMail: null,
      inScopeGroup: false,
      oneDriveLicence: false,
      exchangePlan: { source: false, target: true },
      teamsLicence: { source: false, target: true },
    });
    expect(codes(unmapped)).toEqual(allOf(WORKLOADS, 'CTM-100'));
  });

  it('does not complain about the roles of an application that is missing', () => {
    const bare = atTarget({
      meetingApp: false,
      meetingAppRoles: false,
      calendarRbac: false,
      exchangeAdministratorRole: false,
    });
    expect(codes(bare)).toEqual({ Meeting: 'MMS-002' });
  });

  it('reports everything that is wrong at once', () => {
    const facts = { ...person({ sipAddress: false, inScopeGroup: false }), otherActiveJob: 'wave-01' };
    expect(codes(facts).Teams).toBe('CTM-002 MIGR-002 CTTM-018');
  });
});

describe('CHECKS', () => {
  it.each(CHECKS)('$name has a case in which only it speaks up', (check) => {
    const own = CHECK_CASES.filter(({ checks }) => new RegExp(`^${checks}$`).test(check.name));
    expect(own).not.toEqual([]);
    for (const { facts } of own) {
      for (const workload of check.workloads) expect(check.codes).toContain(check.evaluate(facts, workload)?.code);
    }
  });

  it.each(CHECK_CASES)('are silent, all but $checks, when $wrong', ({ checks, facts }) => {
    for (const other of CHECKS.filter(({ name }) => !new RegExp(`^${checks}$`).test(name))) {
      expect(other.workloads.map((workload) => other.evaluate(facts, workload))).toEqual(
        other.workloads.map(() => null),
      );
    }
  });

  it('have names of their own and codes that the catalogue explains', () => {
    expect(new Set(CHECKS.map(({ name }) => name)).size).toBe(CHECKS.length);
    expect(CHECKS.flatMap(({ codes }) => codes).filter((code) => !isCatalogueCode(code))).toEqual([]);
  });

  it('look at tenants before people', () => {
    const levels = CHECKS.map(({ level }) => level);
    expect(levels.lastIndexOf('tenant')).toBeLessThan(levels.indexOf('person'));
  });
});
