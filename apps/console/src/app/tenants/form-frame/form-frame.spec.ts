import { Component, signal, viewChild } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { ServiceError } from '../../http/service-error';
import type { FormState } from '../data/form-store';
import { FormFrame } from './form-frame';

class State implements FormState {
  readonly before = signal<unknown>(null);
  readonly loaded = signal(true);
  readonly loadError = signal<ServiceError | null>(null);
  readonly busy = signal(false);
  readonly error = signal<ServiceError | null>(null);
}

@Component({
  imports: [FormFrame],
  template: `
    <ferry-form-frame
      [state]="state"
      [texts]="texts"
      [crumbs]="[{ label: 'Tenants', link: ['/tenants'] }]"
      heading="Register"
      lead="Where it leads."
      [back]="['/tenants', 'mine']"
      (retry)="asked.push('retry')"
      (save)="asked.push('save')"
    >
      <input id="good" />
      <input id="bad" aria-invalid="true" />
    </ferry-form-frame>
  `,
})
class Host {
  readonly state = new State();
  readonly texts = {
    loadFailure: 'It cannot be read',
    failure: 'It was refused',
    cancel: 'Cancel',
    register: 'Register it',
    save: 'Save it',
  };
  readonly asked: string[] = [];
  readonly frame = viewChild.required(FormFrame);
}

describe('FormFrame', () => {
  const show = async (arrange: (state: State) => void = () => undefined) => {
    TestBed.configureTestingModule({ providers: [provideRouter([])] });
    const fixture = TestBed.createComponent(Host);
    const host = fixture.componentInstance;
    arrange(host.state);
    await fixture.whenStable();
    const page: HTMLElement = fixture.nativeElement;
    const button = (text: string) => [...page.querySelectorAll('button')].find((one) => one.textContent.includes(text));
    return { fixture, host, page, button };
  };

  it('shows a skeleton instead of the fields until it knows what to begin with', async () => {
    const { page } = await show((state) => state.loaded.set(false));
    expect(page.querySelector('[aria-busy="true"]')).not.toBeNull();
    expect(page.querySelector('form')).toBeNull();
  });

  it('says that it could not be read, and asks for another try', async () => {
    const { page, host, button } = await show((state) => {
      state.loaded.set(false);
      state.loadError.set(new ServiceError(503, 'broken', 'The service is broken.', null, []));
    });
    expect(page.textContent).toContain('It cannot be read');
    expect(page.querySelector('[aria-busy="true"]')).toBeNull();
    button('Try again')?.click();
    expect(host.asked).toEqual(['retry']);
  });

  it('registers something new and saves what is there', async () => {
    const { fixture, host, button } = await show();
    button('Register it')?.click();
    expect(host.asked).toEqual(['save']);
    host.state.before.set({});
    await fixture.whenStable();
    expect(button('Register it')).toBeUndefined();
    expect(button('Save it')?.disabled).toBe(false);
  });

  it('takes no second click while it is being sent', async () => {
    const { button, host } = await show((state) => state.busy.set(true));
    button('Register it')?.click();
    expect(host.asked).toEqual([]);
  });

  it('shows above the fields what was refused, and leaves them as they are', async () => {
    const { page } = await show((state) =>
      state.error.set(new ServiceError(409, 'taken', 'The name is taken.', null, [])),
    );
    expect(page.textContent).toContain('It was refused');
    expect(page.textContent).toContain('The name is taken.');
    expect(page.querySelector('#good')).not.toBeNull();
  });

  it('leads back without sending anything', async () => {
    const { page } = await show();
    const back = [...page.querySelectorAll('a')].find((link) => link.textContent.includes('Cancel'));
    expect(back?.getAttribute('href')).toBe('/tenants/mine');
  });

  it('puts the focus on the first field at fault', async () => {
    const { fixture, host, page } = await show();
    document.body.append(page);
    host.frame().focusFault();
    TestBed.tick();
    await fixture.whenStable();
    expect(document.activeElement?.id).toBe('bad');
    page.remove();
  });
});
