import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import type { generate as Generated } from 'selfsigned';

type Generate = typeof Generated;

const DAY_MS = 86_400_000;
const AUTHORITY_DAYS = 3_650;
/** Browsers accept no longer life from a certificate of a server. */
const SERVER_DAYS = 397;
const RENEW_DAYS = 30;

/** A private key and its certificate, both in PEM. */
export interface KeyAndCertificate {
  readonly key: string;
  readonly cert: string;
}

/** Loaded when a certificate must be made, which is hardly ever: it would take a tenth of every start. */
async function generate(...request: Parameters<Generate>): ReturnType<Generate> {
  const selfsigned = await import('selfsigned');
  return selfsigned.generate(...request);
}

/** A new authority that signs nothing but certificates for this machine. */
export async function newAuthority(now: Date): Promise<KeyAndCertificate> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'Ferry on this machine' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(now.getTime() - DAY_MS),
    notAfterDate: new Date(now.getTime() + AUTHORITY_DAYS * DAY_MS),
    extensions: [
      { name: 'basicConstraints', cA: true, pathLenConstraint: 0, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  return { key, cert };
}

/** A new certificate for a server that is reached by the given names and IP addresses. */
export async function newServerCertificate(
  authority: KeyAndCertificate,
  names: readonly string[],
  now: Date,
): Promise<KeyAndCertificate> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: names[0] ?? 'localhost' }], {
    ca: authority,
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(now.getTime() - DAY_MS),
    notAfterDate: new Date(now.getTime() + SERVER_DAYS * DAY_MS),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, keyAgreement: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: names.map((name) => (isIP(name) === 0 ? { type: 2, value: name } : { type: 7, ip: name })),
      },
    ],
  });
  return { key, cert };
}

/** Whether an authority may go on signing. */
export function isAuthorityCurrent({ cert }: KeyAndCertificate, now: Date): boolean {
  return livesFor(new X509Certificate(cert), SERVER_DAYS, now);
}

/** Whether a server may go on with its certificate: of this authority, for all of the names, and not about to expire. */
export function isServerCurrent(
  { cert }: KeyAndCertificate,
  authority: KeyAndCertificate,
  names: readonly string[],
  now: Date,
): boolean {
  const certificate = new X509Certificate(cert);
  const issuer = new X509Certificate(authority.cert);
  const serves = (name: string): boolean =>
    (isIP(name) === 0 ? certificate.checkHost(name) : certificate.checkIP(name)) !== undefined;
  return livesFor(certificate, RENEW_DAYS, now) && certificate.verify(issuer.publicKey) && names.every(serves);
}

function livesFor(certificate: X509Certificate, days: number, now: Date): boolean {
  return certificate.validToDate.getTime() - now.getTime() > days * DAY_MS;
}
