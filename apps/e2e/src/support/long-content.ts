import { expect } from '@playwright/test';
import type { Caller } from './caller';
import { fabrikamPerson } from './console';

const FABRIKAM = '22222222-2222-4222-8222-222222222222';
const TAILSPIN = '44444444-4444-4444-8444-444444444444';
const JOBS = 'v1.0/solutions/migrations/crossTenantMigrationJobs';
/** Nowhere in it may a line end of its own accord. */
const WORD = 'Postfachumzugsvorbereitungsgesellschaft'.repeat(3);
const DOMAIN = `${'umzug'.repeat(10)}.example`;
const PERSON = fabrikamPerson(19);
/** Nobody's, so that the console has only the id to show. */
const UNKNOWN = '99999999-9999-4999-8999-999999999999';

/** Fills a service with names, addresses and ids as long as somebody may choose them; the pages that show them. */
export async function fillWithLongContent(caller: Caller): Promise<string[]> {
  const ours = `api/v1/tenants/${FABRIKAM}`;
  const endpoint = `${WORD}endpoint`;
  const mail = { protocol: 'imap', host: `imap.${DOMAIN}`, port: 993, security: 'tls', auth: { kind: 'password' } };
  const source = { id: TAILSPIN, displayName: WORD, defaultDomain: DOMAIN, kind: 'open' };
  await caller.post('api/v1/tenants', source);
  await caller.post(`${ours}/endpoints`, { name: endpoint, sourceTenantId: TAILSPIN, services: { Exchange: mail } });
  const person = { id: PERSON, displayName: WORD, mail: `${WORD.slice(0, 60)}@${DOMAIN}` };
  await caller.post(`${ours}/people:import`, [{ ...person, sourceMail: `${WORD.slice(-60)}@${DOMAIN}` }]);

  const dead = await caller.create(`${WORD}deleted`, [19], {});
  await caller.post(`${JOBS}/${dead}/cancel`);
  await caller.send('DELETE', `${JOBS}/${dead}`);
  const checked = await caller.create(`${WORD}checked`, [], { jobType: 'validate', resources: [UNKNOWN, PERSON] });
  await expect
    .poll(async () => (await caller.get<{ status: string }>(`${JOBS}/${checked}`)).status)
    .toBe('validateFailed');
  const moved = await caller.migrate(`${WORD}moved`, [19, 18]);
  await caller.post(`${JOBS}/${moved}/users/${PERSON}/cancel`);
  return [
    `/jobs/${checked}`,
    `/jobs/${checked}/people/${PERSON}`,
    `/jobs/${checked}/people/${UNKNOWN}`,
    `/jobs/${checked}/report`,
    `/jobs/${moved}`,
    `/jobs/${moved}/people/${PERSON}`,
    `/jobs/${moved}/report`,
    `/tenants/${TAILSPIN}`,
    `/tenants/${TAILSPIN}/edit`,
    `/tenants/${FABRIKAM}/endpoints/${endpoint}`,
    `/tenants/${FABRIKAM}/endpoints/${endpoint}/edit`,
    `/tenants/${FABRIKAM}/people?person=${PERSON}`,
  ];
}
