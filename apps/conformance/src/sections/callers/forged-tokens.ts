import { createHmac, createSign, generateKeyPairSync } from 'node:crypto';

/** A token that nobody may accept, and what is wrong with it. */
export interface ForgedToken {
  readonly words: string;
  readonly token: string;
}

type Claims = Readonly<Record<string, unknown>>;

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const decoded = (part: string): Claims => JSON.parse(Buffer.from(part, 'base64url').toString()) as Claims;

/** Variants of a good token, each with one thing wrong (RFC 8725, section 3); none of a token that is no JWT. */
export function forgedFrom(token: string): readonly ForgedToken[] {
  const [header = '', payload = '', signature = ''] = token.split('.');
  if (signature === '') return [];
  const [head, claims] = [decoded(header), decoded(payload)];
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const signed = (headers: Claims, body: Claims): string => {
    const content = `${encoded(headers)}.${encoded(body)}`;
    return `${content}.${createSign('RSA-SHA256').update(content).sign(privateKey, 'base64url')}`;
  };
  const keyed = `${encoded({ ...head, alg: 'HS256' })}.${payload}`;
  const now = Math.floor(Date.now() / 1_000);
  return [
    { words: 'another signature', token: `${header}.${payload}.${reversed(signature)}` },
    { words: 'other claims', token: `${header}.${encoded({ ...claims, tid: 'x', roles: ['x'] })}.${signature}` },
    { words: 'no signature', token: `${header}.${payload}.` },
    { words: 'no algorithm', token: `${encoded({ ...head, alg: 'none' })}.${payload}.` },
    {
      words: 'a symmetric algorithm',
      token: `${keyed}.${createHmac('sha256', 'secret').update(keyed).digest('base64url')}`,
    },
    { words: 'the key of a stranger', token: signed({ ...head, alg: 'RS256' }, claims) },
    { words: 'a key that nobody knows', token: signed({ alg: 'RS256', kid: 'nobody' }, claims) },
    { words: 'its end in the past', token: signed({ ...head, alg: 'RS256' }, { ...claims, exp: now - 3_600 }) },
    { words: 'another issuer', token: signed({ ...head, alg: 'RS256' }, { ...claims, iss: 'https://issuer.example' }) },
    { words: 'another audience', token: signed({ ...head, alg: 'RS256' }, { ...claims, aud: 'api://another' }) },
  ];
}

function reversed(text: string): string {
  return [...text].reverse().join('');
}
