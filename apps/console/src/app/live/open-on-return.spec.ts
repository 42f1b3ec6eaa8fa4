import { DOCUMENT, Injector, runInInjectionContext } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { openOnReturn } from './open-on-return';
import { ServiceContact } from './service-contact';

describe('openOnReturn', () => {
  const start = (router: { navigated: boolean; url: string }, error: unknown = new TypeError('Failed to fetch')) => {
    const opened: string[] = [];
    const view = { location: { assign: (url: string) => void opened.push(url) } };
    const injector = Injector.create({
      parent: TestBed.inject(Injector),
      providers: [
        { provide: Router, useValue: router },
        { provide: DOCUMENT, useValue: { defaultView: view } },
      ],
    });
    runInInjectionContext(injector, () => openOnReturn({ url: '/tenants', error }));
    const comeBack = () => {
      TestBed.inject(ServiceContact).answered();
      TestBed.tick();
      return opened;
    };
    return { opened, comeBack };
  };

  it('opens the page once the service has returned', () => {
    const { opened, comeBack } = start({ navigated: true, url: '/overview' });
    TestBed.tick();
    expect(TestBed.inject(ServiceContact).state()).toBe('lost');
    expect(opened).toEqual([]);
    expect(comeBack()).toEqual(['/tenants']);
    TestBed.inject(ServiceContact).refused({ status: 503, code: 'x', retryAfterSeconds: null });
    expect(comeBack()).toEqual(['/tenants']);
  });

  it('does not take somebody away who went elsewhere', () => {
    const router = { navigated: true, url: '/overview' };
    const { comeBack } = start(router);
    router.url = '/jobs';
    expect(comeBack()).toEqual([]);
  });

  it('leaves alone what has another reason, and the first page of a visit', () => {
    expect(start({ navigated: true, url: '/overview' }, new Error('broken')).comeBack()).toEqual([]);
    expect(start({ navigated: false, url: '/' }).comeBack()).toEqual([]);
    expect(TestBed.inject(ServiceContact).state()).toBe('reached');
  });
});
