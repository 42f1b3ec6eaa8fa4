import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { type ServiceError, toServiceError } from '../http/service-error';
import { FailureNotice } from '../ui/failure-notice/failure-notice';
import { SignInApi } from './sign-in-api';
import { SIGN_IN_TEXTS } from './sign-in.texts';

/** Where the issuer sends the browser back to. */
@Component({
  selector: 'ferry-sign-in-callback-page',
  imports: [FailureNotice, MatButton, RouterLink],
  template: `
    <main class="sheet" id="content">
      @if (error(); as failure) {
        <h1 class="visually-hidden">{{ texts.heading }}</h1>
        <ferry-failure-notice [error]="failure" [heading]="texts.failed" [canRetry]="false" />
        <a matButton="filled" routerLink="/sign-in">{{ texts.again }}</a>
      } @else {
        <h1>{{ texts.going }}</h1>
      }
    </main>
  `,
  styleUrl: './sign-in-page.css',
})
export class SignInCallbackPage {
  private readonly api = inject(SignInApi);
  private readonly router = inject(Router);
  private readonly answer = inject(ActivatedRoute).snapshot.queryParams;

  protected readonly texts = SIGN_IN_TEXTS;
  protected readonly error = signal<ServiceError | null>(null);

  constructor() {
    void this.finish();
  }

  private async finish(): Promise<void> {
    try {
      const returnTo = await this.api.finish(this.answer);
      await this.router.navigateByUrl(returnTo, { replaceUrl: true });
    } catch (error) {
      this.error.set(toServiceError(error));
    }
  }
}
