import { runChecks } from '@ferry/domain';
import { Workload, WORKLOADS } from '@ferry/contracts';
import {
  CONTOSO_ID,
  FABRIKAM_ID,
  MOST_SANDBOX_PEOPLE,
  NORTHWIND_ID,
  SANDBOX_APPLICATIONS,
  SANDBOX_ENDPOINTS,
  SANDBOX_SIGN_INS,
  SANDBOX_TENANTS,
  sandboxPeople,
  sandboxPerson,
  sandboxSourcePerson,
  type SeedPerson,
  sourcePersonIdOf,
} from './sandbox-directory';

describe('the sandbox directory', () => {
  const everybody = [...sandboxPeople(FABRIKAM_ID), ...sandboxPeople(NORTHWIND_ID)];

  it('has the three tenants', () => {
    expect(SANDBOX_TENANTS.map(({ id, displayName, defaultDomain }) => [id, displayName, defaultDomain])).toEqual([
      ['11111111-1111-4111-8111-111111111111', 'Contoso', 'contoso.example'],
      ['22222222-2222-4222-8222-222222222222', 'Fabrikam', 'fabrikam.example'],
      ['33333333-3333-4333-8333-333333333333', 'Northwind', 'northwind.example'],
    ]);
  });

  it('numbers the people of Fabrikam from 01 to 50 and those of Northwind from 01 to 10', () => {
    expect(sandboxPeople(FABRIKAM_ID).map(({ id }) => id.slice(-3))).toEqual(
      Array.from({ length: 50 }, (_, index) => String(index + 1).padStart(3, '0')),
    );
    expect(sandboxPeople(FABRIKAM_ID)[9]?.id).toBe('22222222-0000-4000-8000-000000000010');
    expect(sandboxPeople(NORTHWIND_ID)).toHaveLength(10);
    expect(sandboxPeople(NORTHWIND_ID)[0]?.id).toBe('33333333-0000-4000-8000-000000000001');
    expect(sandboxPeople(CONTOSO_ID)).toEqual([]);
  });

  it('gives everybody a name, an address and a source person of their own', () => {
    const distinct = (of: (person: SeedPerson) => string) => new Set(everybody.map(of)).size;
    expect(distinct((person) => person.displayName)).toBe(60);
    expect(distinct((person) => person.mail)).toBe(60);
    expect(distinct(sourcePersonIdOf)).toBe(60);
    for (const { mail } of everybody) expect(mail).toMatch(/^[a-z]+\.[a-z]+@(fabrikam|northwind)\.example$/);
  });

  it('finds people by their ids at the target and at the source, in any case', () => {
    const ann = sandboxPerson(FABRIKAM_ID, '22222222-0000-4000-8000-000000000001');
    expect(ann).toMatchObject({ displayName: 'Ann Beebe', mail: 'ann.beebe@fabrikam.example' });
    expect(ann?.facts.sourceMail).toBe('ann.beebe@contoso.example');
    expect(sandboxSourcePerson(CONTOSO_ID, ann?.facts.sourcePersonId?.toUpperCase() ?? '')).toBe(ann);
    expect(sandboxSourcePerson(FABRIKAM_ID, ann?.facts.sourcePersonId ?? '')).toBeUndefined();
  });

  it('has content for a crowd of others, who are there as soon as they are imported', () => {
    const id = (number: number) => `22222222-0000-4000-8000-${String(number).padStart(12, '0')}`;
    const crowd = Array.from({ length: MOST_SANDBOX_PEOPLE }, (_, index) => sandboxPerson(FABRIKAM_ID, id(index + 1)));
    expect(new Set(crowd.map((person) => person?.mail)).size).toBe(MOST_SANDBOX_PEOPLE);
    expect(new Set(crowd.map((person) => person && sourcePersonIdOf(person))).size).toBe(MOST_SANDBOX_PEOPLE);
    expect(crowd[50]).toMatchObject({ number: 51, displayName: 'Ann Haddad', mail: 'ann.haddad@fabrikam.example' });
    expect(sandboxSourcePerson(CONTOSO_ID, crowd[50]?.facts.sourcePersonId ?? '')).toEqual(crowd[50]);
    expect(sandboxPerson(FABRIKAM_ID, id(MOST_SANDBOX_PEOPLE + 1))).toBeUndefined();
    expect(sandboxPerson(FABRIKAM_ID, '99999999-0000-4000-8000-000000000051')).toBeUndefined();
    expect(sandboxPerson(NORTHWIND_ID, '33333333-0000-4000-8000-000000000051')).toBeUndefined();
  });

  it('has one endpoint to Contoso at each target', () => {
    expect(SANDBOX_ENDPOINTS).toEqual([
      { tenantId: FABRIKAM_ID, name: 'contoso-endpoint', sourceTenantId: CONTOSO_ID },
      { tenantId: NORTHWIND_ID, name: 'contoso-endpoint', sourceTenantId: CONTOSO_ID },
    ]);
  });

  it('lets two administrators and a reader of each target sign in', () => {
    expect(SANDBOX_SIGN_INS.map(({ upn, tenantId, scope }) => [upn, tenantId, scope])).toEqual([
      ['admin@fabrikam.example', FABRIKAM_ID, 'ReadWrite'],
      ['approver@fabrikam.example', FABRIKAM_ID, 'ReadWrite'],
      ['reader@fabrikam.example', FABRIKAM_ID, 'Read'],
      ['admin@northwind.example', NORTHWIND_ID, 'ReadWrite'],
      ['approver@northwind.example', NORTHWIND_ID, 'ReadWrite'],
      ['reader@northwind.example', NORTHWIND_ID, 'Read'],
    ]);
    expect(new Set(SANDBOX_SIGN_INS.map(({ oid }) => oid)).size).toBe(6);
  });

  it('knows three applications, one of them without a role', () => {
    expect(SANDBOX_APPLICATIONS.map(({ clientId, secret, scope }) => [clientId, secret, scope])).toEqual([
      ['ferry-admin', 'sandbox', 'ReadWrite'],
      ['ferry-reader', 'sandbox', 'Read'],
      ['ferry-stranger', 'sandbox', null],
    ]);
  });

  describe('what validation finds', () => {
    const [contoso] = SANDBOX_TENANTS;

    const codesOf = (person: SeedPerson, workload: Workload) => {
      const target = SANDBOX_TENANTS.find(({ id }) => id === person.tenantId);
      if (!contoso || !target) throw new Error('the tenants are seeded');
      const facts = {
        jobId: 'a0000000-0000-4000-8000-000000000001',
        personId: person.id,
        now: new Date('2026-01-01T00:00:00Z'),
        source: { tenantId: contoso.id, exists: true, settings: contoso.settings },
        target: { tenantId: target.id, settings: target.settings },
        endpoint: { name: 'contoso-endpoint', registered: true, leadsToSource: true },
        person: person.facts,
        otherActiveJob: null,
      };
      return runChecks(facts, workload).map(({ code }) => code);
    };
    const person = (number: number) => {
      const found = sandboxPeople(FABRIKAM_ID)[number - 1];
      if (!found) throw new Error('there is no such person');
      return found;
    };

    it('is nothing for everybody but 41, 42 and 43', () => {
      const clean = everybody.filter(({ tenantId, number }) => tenantId !== FABRIKAM_ID || number < 41 || number > 43);
      expect(clean).toHaveLength(57);
      for (const each of clean) for (const workload of WORKLOADS) expect(codesOf(each, workload)).toEqual([]);
    });

    it('is the missing identity mapping of 41', () => {
      expect(codesOf(person(41), Workload.Exchange)).toContain('CTM-100');
    });

    it('is the missing Teams licence of 42', () => {
      expect(codesOf(person(42), Workload.Teams)).toEqual(['CTTM-005']);
      expect(codesOf(person(42), Workload.Exchange)).toEqual([]);
    });

    it('is the scope group that 43 is not a member of', () => {
      expect(codesOf(person(43), Workload.Exchange)).toContain('MIGR-002');
    });
  });
});
