import type { SetImapConnection } from '@ferry/contracts';
import { authMemberFaults, catalogueError, keepsSecret, needsSecret } from '@ferry/domain';
import { X509Certificate } from 'node:crypto';
import type { StoredConnection } from './stored-connection';
import type { BodyFault } from '../graph/body-fault';
import { type HostPolicy, HostRefusedError } from '../hosts/host-policy';
import { toStoredConnection } from './connection.mapper';

/** A connection that was judged: as it is to be kept, or what is wrong with it. */
export type JudgedConnection =
  | { readonly faults: readonly BodyFault[] }
  | { readonly faults: readonly []; readonly stored: StoredConnection; readonly keepsSecret: boolean };

/** Judges what the rules of the members cannot: what belongs together, where it leads, and whether a secret is there. */
export function judgeConnection(
  wanted: SetImapConnection,
  before: StoredConnection | null,
  hosts: HostPolicy,
  place: string,
): JudgedConnection {
  const ofMembers = memberFaults(wanted, `${place}.auth`);
  if (ofMembers.length > 0) return { faults: ofMembers };
  const faults: BodyFault[] = [];
  const judgeHost = (host: string, target: string): string => {
    try {
      return hosts.check(host);
    } catch (error) {
      if (!(error instanceof HostRefusedError)) throw error;
      faults.push({ of: 'value', ...catalogueError(error.code, [error.host, error.message]), target });
      return host;
    }
  };
  const stored = toStoredConnection(wanted, judgeHost(wanted.host, `${place}.host`));
  if ('tokenEndpoint' in stored.auth) {
    const target = `${place}.auth.tokenEndpoint`;
    const { protocol, hostname } = new URL(stored.auth.tokenEndpoint);
    judgeHost(hostname, target);
    if (protocol !== 'https:' && !hosts.isInside(hostname)) faults.push(unprotected(target));
  }
  if (!isCertificate(stored.certificateAuthority)) faults.push(noCertificate(`${place}.certificateAuthority`));
  const keeps = before !== null && keepsSecret(before, stored);
  if (needsSecret(stored.auth.kind) && wanted.auth.secret == null && !keeps) {
    faults.push({ of: 'value', ...catalogueError('secretRequired', []), target: `${place}.auth.secret` });
  }
  return faults.length > 0 ? { faults } : { faults: [], stored, keepsSecret: keeps };
}

function memberFaults({ auth }: SetImapConnection, place: string): BodyFault[] {
  return authMemberFaults(auth).map(({ member, fault }) => ({
    of: 'shape',
    code: fault === 'missing' ? 'missingProperty' : 'unknownProperty',
    message:
      fault === 'missing'
        ? `The property '${member}' is required where kind is ${auth.kind}.`
        : `The property '${member}' does not belong to the kind ${auth.kind}. Leave it out.`,
    target: `${place}.${member}`,
  }));
}

function unprotected(target: string): BodyFault {
  const message = 'A token endpoint must begin with https://, or its secret could be read on the way.';
  return { of: 'value', code: 'invalidValue', message, target };
}

function isCertificate(pem: string | undefined): boolean {
  if (pem === undefined) return true;
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
}

function noCertificate(target: string): BodyFault {
  const message = 'This is no certificate in PEM, which begins with -----BEGIN CERTIFICATE-----.';
  return { of: 'value', code: 'invalidValue', message, target };
}
