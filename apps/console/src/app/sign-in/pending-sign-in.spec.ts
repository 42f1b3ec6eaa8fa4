import { rememberSignIn, safeReturnTo, takePendingSignIn } from './pending-sign-in';

describe('A pending sign-in', () => {
  it('is taken once', () => {
    const pending = { state: 's', codeVerifier: 'v', returnTo: '/jobs' };
    rememberSignIn(pending);
    expect(takePendingSignIn()).toEqual(pending);
    expect(takePendingSignIn()).toBeNull();
  });

  it.each(['/jobs', '/jobs/1?show=failed'])('returns to %s', (page) => expect(safeReturnTo(page)).toBe(page));

  it.each([undefined, '', 'https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])(
    'returns to the start instead of %s',
    (page) => expect(safeReturnTo(page)).toBe('/'),
  );
});
