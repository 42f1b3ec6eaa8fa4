import { expect, type APIRequestContext } from '@playwright/test';
import type { PeopleImport } from '@ferry/contracts';
import { fabrikamPerson } from './console';

const FABRIKAM = '22222222-2222-4222-8222-222222222222';

/** Somebody of a crowd, by number. */
export interface CrowdPerson {
  readonly id: string;
  readonly displayName: string;
  readonly mail: string;
  readonly sourceMail: string | null;
}

/** People above those of the sandbox, by number; it has content for as many as are imported. */
export function crowd(numbers: readonly number[]): CrowdPerson[] {
  return numbers.map((number) => ({
    id: fabrikamPerson(number),
    displayName: `Crowd ${number}`,
    mail: `crowd.${number}@fabrikam.example`,
    sourceMail: `crowd.${number}@contoso.example`,
  }));
}

/** The token of the application that the sandbox has for scripts. */
export async function scriptToken(request: APIRequestContext, address = ''): Promise<string> {
  const form = { grant_type: 'client_credentials', client_id: 'ferry-admin', client_secret: 'sandbox' };
  const granted = await request.post(`${address}/${FABRIKAM}/oauth2/v2.0/token`, { form });
  return ((await granted.json()) as { access_token: string }).access_token;
}

/** Imports people into Fabrikam, and makes sure that everybody was taken. */
export async function importPeople(
  request: APIRequestContext,
  people: readonly CrowdPerson[],
  address = '',
): Promise<void> {
  const headers = { authorization: `Bearer ${await scriptToken(request, address)}` };
  const answer = await request.post(`${address}/api/v1/tenants/${FABRIKAM}/people:import`, { headers, data: people });
  expect(((await answer.json()) as PeopleImport).totals).toMatchObject({ rows: people.length, refused: 0 });
}
