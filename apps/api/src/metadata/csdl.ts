import { CrossTenantMigrationCancelResponse, MigrationsRoot } from '@ferry/contracts';
import { actions } from './csdl-actions';
import { jobsCapabilities, usersCapabilities } from './csdl-capabilities';
import { enumTypes, structuredTypes } from './csdl-types';
import { element, type XmlElement, xmlDocument } from './xml';

const VOCABULARIES = 'https://oasis-tcs.github.io/odata-vocabularies/vocabularies';

/**
 * The schema of the contract as CSDL 4.0 in XML: exactly what is served, in Graph's namespace (contract page 2). Types and
 * members come from the classes that travel, so that a new member is told by itself.
 */
export function csdl(): string {
  const schema = element(
    'Schema',
    { Namespace: 'microsoft.graph', Alias: 'graph', xmlns: 'http://docs.oasis-open.org/odata/ns/edm' },
    ...enumTypes(),
    entity(),
    ...structuredTypes([CrossTenantMigrationCancelResponse, MigrationsRoot], {
      crossTenantMigrationJob: [alternateKey('displayName')],
    }),
    solutionsRoot(),
    ...actions(),
    element(
      'EntityContainer',
      { Name: 'GraphService' },
      element('Singleton', { Name: 'solutions', Type: 'microsoft.graph.solutionsRoot' }),
    ),
    annotations('microsoft.graph.migrationsRoot/crossTenantMigrationJobs', jobsCapabilities()),
    annotations('microsoft.graph.crossTenantMigrationJob/users', usersCapabilities()),
  );
  return xmlDocument(
    element(
      'edmx:Edmx',
      { Version: '4.0', 'xmlns:edmx': 'http://docs.oasis-open.org/odata/ns/edmx' },
      vocabulary('Core'),
      vocabulary('Capabilities'),
      element('edmx:DataServices', {}, schema),
    ),
  );
}

function vocabulary(name: string): XmlElement {
  const namespace = `Org.OData.${name}.V1`;
  return element(
    'edmx:Reference',
    { Uri: `${VOCABULARIES}/${namespace}.xml` },
    element('edmx:Include', { Namespace: namespace, Alias: name }),
  );
}

/** What every entity is: something with an id. */
function entity(): XmlElement {
  return element(
    'EntityType',
    { Name: 'entity', Abstract: 'true' },
    element('Key', {}, element('PropertyRef', { Name: 'id' })),
    element('Property', { Name: 'id', Type: 'Edm.String', Nullable: 'false' }),
  );
}

/** The part of Graph's solutions that is served here. */
function solutionsRoot(): XmlElement {
  return element(
    'EntityType',
    { Name: 'solutionsRoot' },
    element('NavigationProperty', {
      Name: 'migrations',
      Type: 'microsoft.graph.migrationsRoot',
      ContainsTarget: 'true',
    }),
  );
}

/** Another key by which an entity is addressed (contract page 2.1). */
function alternateKey(name: string): XmlElement {
  const reference = element(
    'Record',
    {},
    element('PropertyValue', { Property: 'Name', PropertyPath: name }),
    element('PropertyValue', { Property: 'Alias', String: name }),
  );
  const key = element('PropertyValue', { Property: 'Key' }, element('Collection', {}, reference));
  return element('Annotation', { Term: 'Core.AlternateKeys' }, element('Collection', {}, element('Record', {}, key)));
}

function annotations(target: string, children: readonly XmlElement[]): XmlElement {
  return element('Annotations', { Target: target }, ...children);
}
