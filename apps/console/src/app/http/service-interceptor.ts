import { HttpErrorResponse, HttpResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { catchError, tap, throwError } from 'rxjs';
import { ServiceContact } from '../live/service-contact';
import { AccessTokenStore } from '../session/access-token-store';
import { reviveDates } from './revive-dates';
import { toServiceError } from './service-error';
import { isServiceUrl } from './service-url';

/**
 * Calls to our own service: adds the token, makes dates of dates, turns a refusal into a {@link ServiceError}, and reports
 * whether the service answers.
 */
export const serviceInterceptor: HttpInterceptorFn = (request, next) => {
  if (!isServiceUrl(request.url, location.origin)) return next(request);
  const tokens = inject(AccessTokenStore);
  const contact = inject(ServiceContact);
  const token = tokens.token();
  const call = token === null ? request : request.clone({ setHeaders: { authorization: `Bearer ${token}` } });
  return next(call).pipe(
    tap((event) => {
      if (!(event instanceof HttpResponse)) return;
      contact.answered();
      reviveDates(event.body);
    }),
    catchError((refusal: unknown) => {
      if (refusal instanceof HttpErrorResponse && refusal.status === 401) tokens.expire();
      const error = toServiceError(refusal);
      contact.refused(error);
      return throwError(() => error);
    }),
  );
};
