import { inject, Service } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';

/** "Jobs · Ferry". A page that knows better, such as the one of a job, says its own name. */
@Service()
export class PageTitle extends TitleStrategy {
  private readonly title = inject(Title);
  private path: string | undefined;

  /** A filter in the address is no other page: what the page said of itself stays. */
  override updateTitle(state: RouterStateSnapshot): void {
    const path = state.url.replace(/[?#].*/, '');
    if (path === this.path) return;
    this.path = path;
    this.say(this.buildTitle(state) ?? 'Ferry');
  }

  say(name: string): void {
    this.title.setTitle(name === 'Ferry' ? name : `${name} · Ferry`);
  }
}
