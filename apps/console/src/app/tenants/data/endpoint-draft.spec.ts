import { AuthKind } from '@ferry/contracts';
import { CONTOSO } from '../../../testing/jobs';
import { NEW_CONNECTION } from './connection-draft';
import { type EndpointDraft, endpointFaults, endpointRegistrationOf, NEW_ENDPOINT } from './endpoint-draft';

const draft = (part: Partial<EndpointDraft> = {}): EndpointDraft => ({
  ...NEW_ENDPOINT,
  name: 'contoso',
  sourceTenantId: CONTOSO,
  ...part,
});
const connection = { ...NEW_CONNECTION, host: 'imap.contoso.example' };

describe('The draft of an endpoint', () => {
  it('is sound with a name and a source', () => {
    expect(endpointFaults(draft(), null)).toEqual({});
    expect(endpointFaults(draft({ connection }), null)).toEqual({});
  });

  it('leaves a limit that is empty to the settings, and keeps a zero', () => {
    const { limits } = endpointRegistrationOf(draft({ connections: '4', itemsPerSecond: '0' }));
    expect(limits).toEqual({ connections: 4, itemsPerSecond: 0, bytesPerSecond: null });
  });

  it.each<[string, Partial<EndpointDraft>, Record<string, string>]>([
    ['no name', { name: ' ' }, { name: 'Give the endpoint a name.' }],
    ['a name with a slash', { name: 'a/b' }, { name: 'A name has no colon and no slash.' }],
    ['no source', { sourceTenantId: '' }, { sourceTenantId: 'Choose the tenant that it leads to.' }],
    [
      'no connections at all',
      { connections: '0' },
      { 'limits.connections': 'Give a whole number between 1 and 1,000, or nothing.' },
    ],
    [
      'half an item',
      { itemsPerSecond: '0.5' },
      { 'limits.itemsPerSecond': 'Give a whole number up to 1,000,000, or nothing.' },
    ],
    ['no host', { connection: NEW_CONNECTION }, { 'services.Exchange.host': 'Name the server.' }],
    [
      'a port beyond all ports',
      { connection: { ...connection, port: '99999' } },
      { 'services.Exchange.port': 'Give a port between 1 and 65535.' },
    ],
    [
      'a master user without a name and a password',
      { connection: { ...connection, kind: AuthKind.MasterUser } },
      {
        'services.Exchange.auth.user': 'Name the master user.',
        'services.Exchange.auth.secret': 'Give the secret.',
      },
    ],
    [
      'half a pair of folders',
      { connection: { ...connection, folders: [{ source: 'Sent Mail', target: '' }] } },
      { 'services.Exchange.folders[0].target': 'Name the folder at the target.' },
    ],
  ])('names the fault of %s at its place', (_name, part, expected) => {
    expect(endpointFaults(draft(part), null)).toEqual(expected);
  });
});
