import { Component, DOCUMENT, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { SignInSettings } from '@ferry/contracts';
import { type ServiceError, toServiceError } from '../http/service-error';
import { AccessTokenStore } from '../session/access-token-store';
import { FailureNotice } from '../ui/failure-notice/failure-notice';
import { Icon } from '../ui/icon/icon';
import { Pill } from '../ui/pill/pill';
import { safeReturnTo } from './pending-sign-in';
import { SignInApi } from './sign-in-api';
import { SIGN_IN_TEXTS } from './sign-in.texts';

/** Where everyone without a token arrives. One button leads to the issuer. */
@Component({
  selector: 'ferry-sign-in-page',
  imports: [FailureNotice, Icon, MatButton, Pill],
  templateUrl: './sign-in-page.html',
  styleUrl: './sign-in-page.css',
})
export class SignInPage {
  readonly returnTo = input<string>();

  private readonly api = inject(SignInApi);
  private readonly document = inject(DOCUMENT);

  protected readonly texts = SIGN_IN_TEXTS;
  protected readonly expired = inject(AccessTokenStore).expired;
  protected readonly settings = signal<SignInSettings | null>(null);
  protected readonly error = signal<ServiceError | null>(null);
  protected readonly leaving = signal(false);

  constructor() {
    void this.readSettings();
  }

  protected async readSettings(): Promise<void> {
    this.error.set(null);
    try {
      this.settings.set(await this.api.readSettings());
    } catch (error) {
      this.error.set(toServiceError(error));
    }
  }

  protected async signIn(settings: SignInSettings): Promise<void> {
    this.leaving.set(true);
    this.document.location.assign(await this.api.begin(settings, safeReturnTo(this.returnTo())));
  }
}
