import { DOCUMENT, effect, inject, Injector, untracked } from '@angular/core';
import { type NavigationError, Router } from '@angular/router';
import { ServiceError } from '../http/service-error';
import { ServiceContact } from './service-contact';

/**
 * Somebody went to a page whose code could not be had, because the service is away: opens it once the service has returned,
 * unless they went elsewhere by then. It is loaded anew, since browsers remember a module that failed. At the first
 * page of a visit there is nothing to go on from.
 */
export function openOnReturn({ url, error }: Pick<NavigationError, 'url' | 'error'>): void {
  const router = inject(Router);
  const contact = inject(ServiceContact);
  const { defaultView } = inject(DOCUMENT);
  if (!router.navigated || !(error instanceof TypeError)) return;
  const [seen, from] = [contact.returns(), router.url];
  contact.refused(new ServiceError(0, 'noAnswer', error.message, null, []));
  const waiting = effect(
    () => {
      if (contact.returns() === seen) return;
      waiting.destroy();
      untracked(() => router.url === from && defaultView?.location.assign(url));
    },
    { injector: inject(Injector) },
  );
}
