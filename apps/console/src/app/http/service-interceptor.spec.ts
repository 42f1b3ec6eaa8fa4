import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import { AccessTokenStore } from '../session/access-token-store';
import { ServiceError } from './service-error';
import { serviceInterceptor } from './service-interceptor';

describe('serviceInterceptor', () => {
  let http: HttpClient;
  let server: HttpTestingController;
  let tokens: AccessTokenStore;

  beforeEach(() => {
    sessionStorage.clear();
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withInterceptors([serviceInterceptor])), provideHttpClientTesting()],
    });
    http = TestBed.inject(HttpClient);
    server = TestBed.inject(HttpTestingController);
    tokens = TestBed.inject(AccessTokenStore);
    tokens.keep('a-token', 3600);
  });

  const refusal = async (call: Promise<unknown>): Promise<ServiceError> => {
    const error: unknown = await call.catch((thrown: unknown) => thrown);
    if (error instanceof ServiceError) return error;
    throw new Error('No ServiceError was thrown.');
  };

  it('sends the token to our own service', () => {
    http.get('/v1.0/solutions').subscribe();
    expect(server.expectOne('/v1.0/solutions').request.headers.get('authorization')).toBe('Bearer a-token');
  });

  it.each(['https://elsewhere.example/api/v1/session', '/common/oauth2/v2.0/token'])(
    'keeps the token from %s',
    (address) => {
      http.get(address).subscribe();
      expect(server.expectOne(address).request.headers.has('authorization')).toBe(false);
    },
  );

  it('makes dates of dates, however deep they stand', async () => {
    const answer = firstValueFrom(http.get('/api/v1/jobs/1'));
    server.expectOne('/api/v1/jobs/1').flush({ job: { createdDateTime: '2026-11-23T09:41:00Z', displayName: 'x' } });
    expect(await answer).toEqual({ job: { createdDateTime: new Date('2026-11-23T09:41:00Z'), displayName: 'x' } });
  });

  it("turns Graph's error envelope into code, words, faults and request id", async () => {
    const call = firstValueFrom(http.post('/v1.0/jobs', {}));
    server.expectOne('/v1.0/jobs').flush(
      {
        error: {
          code: 'invalidRequest',
          message: 'The body is not valid.',
          details: [{ code: 'invalid', message: 'Too long.', target: 'displayName' }],
          innerError: { date: '2026-11-23T09:41:00', 'request-id': 'r-1', 'client-request-id': 'c-1' },
        },
      },
      { status: 400, statusText: 'Bad Request' },
    );
    expect(await refusal(call)).toMatchObject({
      status: 400,
      code: 'invalidRequest',
      message: 'The body is not valid.',
      requestId: 'r-1',
      details: [{ code: 'invalid', message: 'Too long.', target: 'displayName' }],
    });
  });

  it('says that the service does not answer when it does not', async () => {
    const call = firstValueFrom(http.get('/api/v1/session'));
    server.expectOne('/api/v1/session').error(new ProgressEvent('error'));
    expect(await refusal(call)).toMatchObject({ status: 0, code: 'noAnswer' });
  });

  it('ends the session when the token is refused', async () => {
    const call = firstValueFrom(http.get('/api/v1/session'));
    server.expectOne('/api/v1/session').flush(null, { status: 401, statusText: 'Unauthorized' });
    await refusal(call);
    expect(tokens.token()).toBeNull();
    expect(tokens.expired()).toBe(true);
  });
});
