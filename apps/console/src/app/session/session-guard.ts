import { inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
import { AccessTokenStore } from './access-token-store';
import { SessionStore } from './session-store';

/**
 * Lets nobody without a token in; sign-in leads back to the page that was asked for. Who it is is asked at once, while the
 * files of the page still come.
 */
export const sessionGuard: CanActivateFn = (_route, state) => {
  if (inject(AccessTokenStore).token() !== null) {
    void inject(SessionStore).load();
    return true;
  }
  const returnTo = state.url === '/' ? undefined : state.url;
  return inject(Router).createUrlTree(['/sign-in'], { queryParams: { returnTo } });
};
