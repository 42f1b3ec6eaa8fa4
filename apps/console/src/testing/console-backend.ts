import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import type { EnvironmentProviders, Provider } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { type Session, TenantKind } from '@ferry/contracts';
import { serviceInterceptor } from '../app/http/service-interceptor';
import { AccessTokenStore } from '../app/session/access-token-store';
import { SessionStore } from '../app/session/session-store';
import { EventStreams, settle } from './event-streams';
import { FABRIKAM } from './jobs';

/** The service as a spec plays it: plain requests, and streams. */
export interface ConsoleBackend {
  readonly http: HttpTestingController;
  readonly streams: EventStreams;
  /** Answers the one request to an address, and lets the console act on it. */
  answer(url: string, body: unknown, status?: number): Promise<void>;
}

/** A console in which Fabrikam's administrator, or somebody who may only look, has signed in. */
export async function signedIn(
  providers: readonly (EnvironmentProviders | Provider)[] = [],
  canWrite = true,
): Promise<ConsoleBackend> {
  const streams = new EventStreams();
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([serviceInterceptor])),
      provideHttpClientTesting(),
      provideRouter([]),
      ...providers,
    ],
  });
  const http = TestBed.inject(HttpTestingController);
  const answer = async (url: string, body: unknown, status = 200): Promise<void> => {
    http
      .expectOne(url)
      .flush(body === undefined ? null : JSON.parse(JSON.stringify(body)), { status, statusText: 'x' });
    await settle();
  };
  TestBed.inject(AccessTokenStore).keep('a-token', 3600);
  void TestBed.inject(SessionStore).load();
  const session: Session = {
    displayName: 'Megan Bowen',
    actor: 'admin@fabrikam.example',
    tenant: {
      id: FABRIKAM,
      displayName: 'Fabrikam',
      defaultDomain: 'fabrikam.example',
      kind: TenantKind.Open,
      services: {},
    },
    canWrite,
    sandbox: false,
    maxResourcesPerJob: 2_000,
    now: new Date(),
  };
  await answer('/api/v1/session', session);
  return { http, streams, answer };
}
