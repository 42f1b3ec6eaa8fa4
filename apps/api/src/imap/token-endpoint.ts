import { StoreRefusedError, StoreUnavailableError } from '@ferry/stores-spi';
import { Injectable } from '@nestjs/common';
import { request as requestByHttp } from 'node:http';
import { request as requestByHttps } from 'node:https';
import { HostPolicy, HostRefusedError } from '../hosts/host-policy';
import type { ApplicationSignIn } from './access-tokens';

/** A token as it was given. */
export interface GivenToken {
  readonly token: string;
  readonly expiresInSeconds?: number;
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

const LONGEST_MS = 15_000;
/** Longer answers are no tokens. */
const MOST_BYTES = 64 * 1024;

/** Asks token endpoints for tokens of applications, at hosts that are allowed only. */
@Injectable()
export class TokenEndpoint {
  constructor(private readonly hosts: HostPolicy) {}

  /**
   * Asks once. Throws `StoreRefusedError` when the issuer refuses or must not be asked, and `StoreUnavailableError` when it
   * does not answer sensibly.
   */
  async ask({ tokenEndpoint, clientId, clientSecret, scope }: ApplicationSignIn): Promise<GivenToken> {
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
      scope,
    });
    const { status, body } = await this.post(new URL(tokenEndpoint), form.toString());
    const members = membersOf(body);
    if (status >= 500 || status === 429) throw new StoreUnavailableError(`The token endpoint answers ${status}.`);
    const { access_token: token, expires_in: expires } = members;
    if (status !== 200 || typeof token !== 'string' || token === '') {
      const error = typeof members['error'] === 'string' ? members['error'] : `status ${status}`;
      throw refused(tokenEndpoint, `${error}; check client id, secret and scope of the connection`);
    }
    const seconds = Number(expires);
    return seconds > 0 ? { token, expiresInSeconds: seconds } : { token };
  }

  private async post(url: URL, body: string): Promise<Answer> {
    try {
      // Sockets do not ask the lookup about literal addresses.
      await this.hosts.resolve(url.hostname.replace(/^\[|\]$/g, ''));
      return await send(url, body, this.hosts);
    } catch (error) {
      if (error instanceof HostRefusedError) throw refused(url.hostname, error.message);
      throw new StoreUnavailableError('The token endpoint cannot be reached.', { cause: error });
    }
  }
}

function send(url: URL, body: string, { lookup }: HostPolicy): Promise<Answer> {
  const request = url.protocol === 'https:' ? requestByHttps : requestByHttp;
  return new Promise((answered, failed) => {
    const asked = request(url, {
      method: 'POST',
      lookup,
      signal: AbortSignal.timeout(LONGEST_MS),
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': Buffer.byteLength(body),
        accept: 'application/json',
      },
    });
    asked.once('error', failed);
    asked.once('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
        if (text.length > MOST_BYTES) asked.destroy(new Error('The answer is too long.'));
      });
      response.once('error', failed);
      response.once('end', () => answered({ status: response.statusCode ?? 0, body: text }));
    });
    asked.end(body);
  });
}

function membersOf(body: string): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
  } catch {
    return {};
  }
}

function refused(endpoint: string, reason: string): StoreRefusedError {
  return new StoreRefusedError(`The token endpoint ${endpoint} gives no token: ${reason}.`, 'AccessDenied', [
    `the token endpoint ${endpoint}`,
    reason.replace(/\.$/, ''),
  ]);
}
