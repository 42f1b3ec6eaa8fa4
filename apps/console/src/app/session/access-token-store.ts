import { computed, Service, signal } from '@angular/core';

const STORAGE_KEY = 'ferry.access-token';

interface AccessToken {
  readonly value: string;
  readonly expiresAt: number;
}

function stored(): AccessToken | null {
  const text = sessionStorage.getItem(STORAGE_KEY);
  if (text === null) return null;
  const token = JSON.parse(text) as AccessToken;
  return token.expiresAt > Date.now() ? token : null;
}

/**
 * The access token, in memory and in this tab's session storage until it expires. `expired` tells why there is none:
 * true after the service or the time refused it, false after a sign-out.
 */
@Service()
export class AccessTokenStore {
  private readonly current = signal<AccessToken | null>(stored());
  private readonly refused = signal(false);
  private timer: ReturnType<typeof setTimeout> | undefined;

  readonly token = computed(() => this.current()?.value ?? null);
  readonly expired = this.refused.asReadonly();

  constructor() {
    this.expireInTime();
  }

  keep(value: string, lifetimeSeconds: number): void {
    const token = { value, expiresAt: Date.now() + lifetimeSeconds * 1000 };
    sessionStorage.setItem(STORAGE_KEY, JSON.stringify(token));
    this.current.set(token);
    this.refused.set(false);
    this.expireInTime();
  }

  /** The token is of no use any more: whoever works here must sign in again. */
  expire(): void {
    this.refused.set(this.current() !== null || this.refused());
    this.clear();
  }

  /** Signs out. */
  forget(): void {
    this.refused.set(false);
    this.clear();
  }

  private clear(): void {
    clearTimeout(this.timer);
    sessionStorage.removeItem(STORAGE_KEY);
    this.current.set(null);
  }

  private expireInTime(): void {
    clearTimeout(this.timer);
    const token = this.current();
    if (token !== null) this.timer = setTimeout(() => this.expire(), token.expiresAt - Date.now());
  }
}
