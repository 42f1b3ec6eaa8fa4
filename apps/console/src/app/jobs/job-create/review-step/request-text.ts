import { Clipboard } from '@angular/cdk/clipboard';
import { LiveAnnouncer } from '@angular/cdk/a11y';
import { Component, computed, DOCUMENT, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { SessionStore } from '../../../session/session-store';
import { Icon } from '../../../ui/icon/icon';
import type { PlannedRequest, RequestLanguage } from '../../data/request-texts/planned-request';
import { REQUEST_WRITERS } from '../../data/request-texts/request-text';
import { JOB_CREATE_TEXTS } from '../job-create.texts';

/** The requests of the review as somebody else could send them, to be copied. */
@Component({
  selector: 'ferry-request-text',
  imports: [Icon, MatButton],
  template: `
    <section class="card" aria-labelledby="request-heading">
      <div class="card-title">
        <div>
          <h3 id="request-heading">{{ texts.request }}</h3>
          <p class="muted small">
            {{ texts.requestHint(count()) }}
            @if (soon(); as hint) {
              {{ hint }}
            }
          </p>
        </div>
        <div class="tools" role="group" [attr.aria-label]="texts.language">
          @for (each of languages; track each) {
            <button class="chip" type="button" [attr.aria-pressed]="language() === each" (click)="choose(each)">
              {{ texts.languages[each] }}
            </button>
          }
          <button matButton="outlined" type="button" (click)="copy()">
            <ferry-icon [name]="outcome() === 'copied' ? 'check' : 'copy'" />{{
              outcome() === 'copied' ? texts.copied : texts.copy
            }}
          </button>
        </div>
      </div>
      @if (outcome() === 'failed') {
        <p class="failed small" role="alert">{{ texts.copyFailed }}</p>
      }
      <pre class="code" tabindex="0" role="region" [attr.aria-label]="texts.requestText">{{ text() }}</pre>
    </section>
  `,
  styles: `
    .card-title {
      flex-wrap: wrap;
    }
    h3 {
      font-size: var(--size-text);
      font-weight: var(--weight-strong);
    }
    .tools {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-3);
    }
    .failed {
      padding: var(--space-3) 14px 0;
      color: var(--bad);
    }
    pre {
      max-height: 360px;
      margin: 0;
      padding: var(--space-4) 14px;
      overflow: auto;
      line-height: 18px;
    }
    pre:focus-visible {
      outline-offset: -2px;
    }
  `,
})
export class RequestText {
  readonly requests = input.required<readonly PlannedRequest[]>();
  /** Until when the date in the requests holds, in words; null when it is a fixed one. */
  readonly soon = input<string | null>(null);

  private readonly clipboard = inject(Clipboard);
  private readonly announcer = inject(LiveAnnouncer);
  private readonly session = inject(SessionStore).session;
  private readonly origin = inject(DOCUMENT).location.origin;

  protected readonly texts = JOB_CREATE_TEXTS.review;
  protected readonly languages = ['curl', 'powershell', 'typescript'] as const satisfies readonly RequestLanguage[];
  protected readonly language = signal<RequestLanguage>('curl');
  protected readonly outcome = signal<'copied' | 'failed' | null>(null);
  protected readonly count = computed(() =>
    this.requests().reduce((sum, { validates }) => sum + (validates ? 2 : 1), 0),
  );
  protected readonly text = computed(() => {
    const session = this.session();
    const target = {
      origin: this.origin,
      tenantId: session?.tenant.id ?? '',
      isSandbox: session?.sandbox ?? false,
    };
    return REQUEST_WRITERS[this.language()](this.requests(), target);
  });

  protected choose(language: RequestLanguage): void {
    this.language.set(language);
    this.outcome.set(null);
  }

  protected copy(): void {
    const isCopied = this.clipboard.copy(this.text());
    this.outcome.set(isCopied ? 'copied' : 'failed');
    if (isCopied) void this.announcer.announce(JOB_CREATE_TEXTS.review.copied);
  }
}
