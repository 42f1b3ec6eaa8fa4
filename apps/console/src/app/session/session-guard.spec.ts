import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { type ActivatedRouteSnapshot, provideRouter, type RouterStateSnapshot, UrlTree } from '@angular/router';
import { API_ROUTES } from '@ferry/contracts';
import { AccessTokenStore } from './access-token-store';
import { sessionGuard } from './session-guard';

describe('sessionGuard', () => {
  beforeEach(() => {
    sessionStorage.clear();
    TestBed.configureTestingModule({
      providers: [provideRouter([]), provideHttpClient(), provideHttpClientTesting()],
    });
  });

  const enter = (url: string) =>
    TestBed.runInInjectionContext(() => sessionGuard({} as ActivatedRouteSnapshot, { url } as RouterStateSnapshot));

  it('lets whoever has a token in, and asks who that is before any page is there', () => {
    TestBed.inject(AccessTokenStore).keep('a-token', 3600);
    expect(enter('/jobs')).toBe(true);
    TestBed.inject(HttpTestingController).expectOne(`/${API_ROUTES.session}`);
  });

  it('sends everybody else to sign in, and from there back', () => {
    expect(enter('/jobs?show=failed')).toBeInstanceOf(UrlTree);
    expect(String(enter('/jobs?show=failed'))).toBe('/sign-in?returnTo=%2Fjobs%3Fshow%3Dfailed');
    TestBed.inject(HttpTestingController).expectNone(`/${API_ROUTES.session}`);
  });
});
