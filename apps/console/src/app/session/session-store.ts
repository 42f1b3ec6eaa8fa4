import { HttpClient } from '@angular/common/http';
import { computed, inject, Service, signal } from '@angular/core';
import { API_ROUTES, type Session } from '@ferry/contracts';
import { firstValueFrom } from 'rxjs';
import { ServiceClock } from '../clock/service-clock';
import { type ServiceError, toServiceError } from '../http/service-error';

/** Who is signed in. Pages below the shell are only shown once this is known. */
@Service()
export class SessionStore {
  private readonly http = inject(HttpClient);
  private readonly clock = inject(ServiceClock);
  private readonly current = signal<Session | null>(null);
  private readonly failure = signal<ServiceError | null>(null);

  readonly session = this.current.asReadonly();
  readonly error = this.failure.asReadonly();
  readonly canWrite = computed(() => this.current()?.canWrite ?? false);

  async load(): Promise<void> {
    this.failure.set(null);
    try {
      const session = await firstValueFrom(this.http.get<Session>(`/${API_ROUTES.session}`));
      this.clock.set(new Date(session.now));
      this.current.set(session);
    } catch (error) {
      this.failure.set(toServiceError(error));
    }
  }

  clear(): void {
    this.current.set(null);
  }
}
