import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { PreferenceStore } from '../preferences/preference-store';
import { ListKeys } from './list-keys';
import { ShortcutTarget } from './shortcut-target';
import { Shortcuts } from './shortcuts';

@Component({
  imports: [ListKeys, ShortcutTarget],
  template: `
    <input ferryShortcut="/" shortcutLabel="Search the jobs" />
    <p role="dialog"><button class="inside" type="button">Inside</button></p>
    <table ferryListKeys>
      <tbody>
        @for (row of rows; track row) {
          <tr>
            <td><input type="checkbox" /></td>
            <td>
              <a [id]="row" href="#" (click)="opened.push(row)">{{ row }}</a>
            </td>
          </tr>
        }
      </tbody>
    </table>
  `,
})
class Page {
  readonly rows = ['one', 'two', 'three'];
  readonly opened: string[] = [];
}

describe('Shortcuts', () => {
  let page: HTMLElement;

  beforeEach(async () => {
    localStorage.clear();
    Element.prototype.scrollIntoView = () => undefined;
    const fixture = TestBed.createComponent(Page);
    await fixture.whenStable();
    page = fixture.nativeElement as HTMLElement;
    document.body.append(page);
  });
  afterEach(() => page.remove());

  const press = (key: string, options: KeyboardEventInit = {}) => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...options });
    (document.activeElement ?? document.body).dispatchEvent(event);
    return event;
  };
  const focused = () => document.activeElement?.id || document.activeElement?.tagName;

  it('go from row to row and stop at the ends', () => {
    press('j');
    expect(focused()).toBe('one');
    press('j');
    press('j');
    press('j');
    expect(focused()).toBe('three');
    press('k');
    expect(focused()).toBe('two');
  });

  it('select the row that has the focus', () => {
    press('x');
    press('j');
    press('x');
    expect([...page.querySelectorAll<HTMLInputElement>('[type=checkbox]')].map(({ checked }) => checked)).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('leave Enter to a link, which opens by itself', () => {
    press('j');
    expect(press('Enter').defaultPrevented).toBe(false);
  });

  it('go to the search field, where keys are text', () => {
    press('/');
    expect(focused()).toBe('INPUT');
    press('j');
    expect(focused()).toBe('INPUT');
  });

  it('come back to the row where one was', () => {
    press('j');
    press('j');
    (document.activeElement as HTMLElement).blur();
    press('j');
    expect(focused()).toBe('three');
  });

  it('leave combinations to the browser, and keys in a dialog to the dialog', () => {
    press('j', { ctrlKey: true });
    expect(focused()).toBe('BODY');
    page.querySelector<HTMLElement>('.inside')?.focus();
    press('j');
    expect(page.querySelector('.inside')).toBe(document.activeElement);
  });

  it('do nothing when they are turned off, but for those with Ctrl', () => {
    let opened = 0;
    const run = () => (opened += 1) > 0;
    const palette = { key: 'mod+k', label: 'Search', group: 'everywhere', run } as const;
    TestBed.runInInjectionContext(() =>
      TestBed.inject(Shortcuts).add([palette], { onDestroy: () => () => undefined } as never),
    );
    TestBed.inject(PreferenceStore).change({ shortcuts: 'off' });
    press('j');
    expect(focused()).toBe('BODY');
    press('k', { ctrlKey: true });
    expect(opened).toBe(1);
  });

  it('list each key once, as whoever is asked first says it', () => {
    expect(
      TestBed.inject(Shortcuts)
        .known()
        .map(({ key }) => key),
    ).toEqual(['j', 'k', 'Enter', 'x', '/']);
  });
});
