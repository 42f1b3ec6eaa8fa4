import { inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
import { AccessTokenStore } from './access-token-store';

/** Lets nobody without a token in; sign-in leads back to the page that was asked for. */
export const sessionGuard: CanActivateFn = (_route, state) => {
  if (inject(AccessTokenStore).token() !== null) return true;
  const returnTo = state.url === '/' ? undefined : state.url;
  return inject(Router).createUrlTree(['/sign-in'], { queryParams: { returnTo } });
};
