import { FABRIKAM } from '../service/service.mjs';

/** The statement that gives the tenant people enough for many jobs, all of them like its first one. */
export const seedPeople = (people) => `
  insert into tenants (id, display_name, default_domain, kind, settings)
  values ('${FABRIKAM}', 'Fabrikam', 'fabrikam.example', 'sandbox', '{}');
  insert into people (tenant_id, id, display_name, mail, facts)
  select '${FABRIKAM}', ('22222222-0001-4000-8000-' || lpad(number::text, 12, '0'))::uuid, 'Person ' || number,
    'person' || number || '@fabrikam.example', jsonb_build_object(
      'displayName', 'Person ' || number, 'mail', 'person' || number || '@fabrikam.example',
      'identityMapping', 'completed',
      'sourcePersonId', '11111111-0001-4000-8000-' || lpad(number::text, 12, '0'),
      'sourceMail', 'person' || number || '@contoso.example', 'inScopeGroup', true, 'scopeGroup', 'Everybody',
      'exchangePlan', '{"source": true, "target": true}'::jsonb,
      'teamsLicence', '{"source": true, "target": true}'::jsonb, 'oneDriveLicence', true, 'sipAddress', true)
  from generate_series(1, ${people}) as number`;
