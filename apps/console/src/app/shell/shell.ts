import { LiveAnnouncer } from '@angular/cdk/a11y';
import {
  afterNextRender,
  Component,
  DestroyRef,
  effect,
  type ElementRef,
  inject,
  Injector,
  untracked,
  viewChild,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { Title } from '@angular/platform-browser';
import { NavigationEnd, Router, RouterOutlet } from '@angular/router';
import { filter, map } from 'rxjs';
import { ApprovalCountStore } from '../approvals/data/approval-count-store';
import { AccessTokenStore } from '../session/access-token-store';
import { SessionStore } from '../session/session-store';
import { Shortcuts } from '../shortcuts/shortcuts';
import { FailureNotice } from '../ui/failure-notice/failure-notice';
import { Navigation } from './navigation';
import { ShellDialogs } from './shell-dialogs';
import { SHELL_TEXTS } from './shell.texts';
import { TopBar } from './top-bar';

/** What surrounds every page once somebody is signed in: navigation, top bar, and the place of the page. */
@Component({
  selector: 'ferry-shell',
  imports: [FailureNotice, Navigation, RouterOutlet, TopBar],
  templateUrl: './shell.html',
  styleUrl: './shell.css',
  providers: [ApprovalCountStore],
})
export class Shell {
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);
  private readonly announcer = inject(LiveAnnouncer);
  private readonly title = inject(Title);
  private readonly tokens = inject(AccessTokenStore);
  private readonly dialogs = inject(ShellDialogs);
  private readonly content = viewChild.required<ElementRef<HTMLElement>>('content');

  protected readonly texts = SHELL_TEXTS;
  protected readonly approvals = inject(ApprovalCountStore);
  protected readonly sessions = inject(SessionStore);
  protected readonly url = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map((event) => event.urlAfterRedirects),
    ),
    { initialValue: this.router.url },
  );
  private path = '';

  constructor() {
    inject(Shortcuts).add(
      [
        { key: 'mod+k', label: SHELL_TEXTS.palette, group: 'everywhere', run: () => this.search() },
        { key: '/', label: SHELL_TEXTS.palette, group: 'everywhere', run: () => this.search() },
        { key: '?', label: SHELL_TEXTS.help, group: 'everywhere', run: () => this.help() },
      ],
      inject(DestroyRef),
    );
    effect(() => {
      if (this.tokens.token() === null) untracked(() => this.leave());
    });
    effect(() => this.arrive(this.url().replace(/[?#].*/, '')));
  }

  protected skipToContent(event: Event): void {
    event.preventDefault();
    this.content().nativeElement.focus();
  }

  protected signOut(): void {
    this.tokens.forget();
  }

  protected help(): boolean {
    void this.dialogs.openShortcuts();
    return true;
  }

  protected search(): boolean {
    void this.dialogs.openPalette();
    return true;
  }

  /** A new page begins at its top: for the keyboard, and for who listens. The first one has the browser's own focus. */
  private arrive(path: string): void {
    const isFirst = this.path === '';
    if (path === this.path) return;
    this.path = path;
    if (isFirst) return;
    const focus = () => {
      this.content().nativeElement.focus({ preventScroll: true });
      void this.announcer.announce(this.title.getTitle());
    };
    afterNextRender(focus, { injector: this.injector });
  }

  private leave(): void {
    this.sessions.clear();
    const returnTo = this.tokens.expired() ? this.router.url : undefined;
    void this.router.navigate(['/sign-in'], { queryParams: { returnTo } });
  }
}
