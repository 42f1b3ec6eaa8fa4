import { Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { AuthKind, ConnectionSecurity, type ImapConnection } from '@ferry/contracts';
import { RelativeTime } from '../../clock/relative-time';
import { Icon } from '../../ui/icon/icon';
import { AUTH_LABELS, SECURITY_LABELS } from '../labels/connection-labels';
import { CONNECTION_TEXTS } from './connection.texts';

/** How mailboxes are reached, as facts. Of a secret it says that there is one, since when, and how to replace it. */
@Component({
  selector: 'ferry-connection-facts',
  imports: [Icon, MatButton, RelativeTime],
  templateUrl: './connection-facts.html',
  styleUrls: ['../facts.css', './connection-facts.css'],
})
export class ConnectionFacts {
  readonly connection = input.required<ImapConnection>();
  readonly canReplaceSecret = input(false);

  readonly replaceSecret = output();

  protected readonly texts = CONNECTION_TEXTS;
  protected readonly server = computed(() => `${this.connection().host}:${this.connection().port}`);
  protected readonly security = computed(() => SECURITY_LABELS[this.connection().security]);
  protected readonly isOpen = computed(() => this.connection().security === ConnectionSecurity.None);
  protected readonly byPeople = computed(() => this.connection().auth.kind === AuthKind.Password);
  protected readonly signIn = computed(() => {
    const { kind, user, clientId, tokenEndpoint } = this.connection().auth;
    return { kind: AUTH_LABELS[kind], name: user ?? clientId ?? null, tokenEndpoint: tokenEndpoint ?? null };
  });
  protected readonly folders = computed(() => this.connection().folders ?? []);
}
