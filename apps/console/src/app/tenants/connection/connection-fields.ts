import { Component, computed, input, output } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import {
  AuthKind,
  ConnectionSecurity,
  type FolderPair,
  type ImapConnection,
  MasterUserForm,
  SourceDeletions,
} from '@ferry/contracts';
import { Field } from '../../ui/field/field';
import { Icon } from '../../ui/icon/icon';
import { SelectField } from '../../ui/select-field/select-field';
import { TextField } from '../../ui/text-field/text-field';
import type { Faults } from '../data/body-faults';
import {
  CONNECTION_PLACE,
  type ConnectionDraft,
  connectionOf,
  keepsOldSecret,
  NEW_CONNECTION,
  USUAL_PORTS,
} from '../data/connection-draft';
import { fieldId } from '../field-id';
import { AUTH_LABELS, MASTER_FORM_LABELS, SECRET_LABELS, SECURITY_LABELS } from '../labels/connection-labels';
import { CONNECTION_TEXTS } from './connection.texts';

/** What was changed, and where, so that what the service said of it can be taken back. */
export interface ConnectionChange {
  readonly connection: ConnectionDraft | null;
  readonly place: string;
}

const optionsOf = <T extends string>(labels: Readonly<Record<T, string>>) =>
  Object.entries<string>(labels).map(([value, label]) => ({ value, label }));

/** The part of a form that says how mailboxes are reached. */
@Component({
  selector: 'ferry-connection-fields',
  imports: [Field, Icon, MatButton, MatCheckbox, MatIconButton, SelectField, TextField],
  templateUrl: './connection-fields.html',
  styleUrls: ['../form.css', './connection-fields.css'],
})
export class ConnectionFields {
  /** Null where there is no connection. */
  readonly connection = input.required<ConnectionDraft | null>();
  /** The one that is registered, whose secret may be kept. */
  readonly before = input<ImapConnection>();
  readonly faults = input.required<Faults>();
  readonly heading = input.required<string>();
  readonly explanation = input.required<string>();
  /** Whether content comes from here. */
  readonly ofSource = input(false);

  readonly changed = output<ConnectionChange>();
  readonly left = output<string>();

  protected readonly texts = CONNECTION_TEXTS.fields;
  protected readonly securities = optionsOf(SECURITY_LABELS);
  protected readonly kinds = optionsOf(AUTH_LABELS);
  protected readonly forms = optionsOf(MASTER_FORM_LABELS);
  protected readonly AuthKind = AuthKind;
  protected readonly ConnectionSecurity = ConnectionSecurity;
  protected readonly SourceDeletions = SourceDeletions;
  protected readonly hasSeparator = computed(() => this.connection()?.form === MasterUserForm.LoginName);
  protected readonly secretLabel = computed(() => SECRET_LABELS[this.connection()?.kind ?? AuthKind.Password]);
  protected readonly secretHint = computed(() => {
    const draft = this.connection();
    const keeps = draft !== null && keepsOldSecret(this.before(), connectionOf(draft));
    return keeps ? this.texts.secretKept : this.texts.secretNew;
  });

  protected followDeletions(follows: boolean): void {
    this.change('deletions', { deletions: follows ? SourceDeletions.Follow : SourceDeletions.Keep });
  }

  protected place(member: string): string {
    return `${CONNECTION_PLACE}.${member}`;
  }

  protected id(member: string): string {
    return fieldId(this.place(member));
  }

  protected fault(member: string): string | null {
    return this.faults()[this.place(member)] ?? null;
  }

  protected toggle(connects: boolean): void {
    this.changed.emit({ connection: connects ? NEW_CONNECTION : null, place: CONNECTION_PLACE });
  }

  protected change(member: string, part: Partial<ConnectionDraft>): void {
    const connection = this.connection();
    if (connection !== null) this.changed.emit({ connection: { ...connection, ...part }, place: this.place(member) });
  }

  /** The usual port goes with it, unless somebody has written another one. */
  protected changeSecurity(word: string): void {
    const before = this.connection();
    const security = wordOf(SECURITY_LABELS, word);
    if (before === null || security === undefined) return;
    const isUsual = before.port === USUAL_PORTS[before.security];
    this.change('security', { security, ...(isUsual ? { port: USUAL_PORTS[security] } : {}) });
  }

  protected changeKind(word: string): void {
    const kind = wordOf(AUTH_LABELS, word);
    if (kind !== undefined) this.change('auth', { kind, secret: '' });
  }

  protected changeForm(word: string): void {
    const form = wordOf(MASTER_FORM_LABELS, word);
    if (form !== undefined) this.change('auth.form', { form });
  }

  protected addPair(): void {
    this.changePairs((pairs) => [...pairs, { source: '', target: '' }]);
  }

  protected removePair(index: number): void {
    this.changePairs((pairs) => pairs.filter((_pair, other) => other !== index));
  }

  protected changePair(index: number, part: Partial<FolderPair>): void {
    this.changePairs((pairs) => pairs.map((pair, other) => (other === index ? { ...pair, ...part } : pair)));
  }

  private changePairs(work: (pairs: readonly FolderPair[]) => readonly FolderPair[]): void {
    this.change('folders', { folders: work(this.connection()?.folders ?? []) });
  }
}

/** The word of an enumeration that an option stands for. */
function wordOf<T extends string>(labels: Readonly<Record<T, string>>, word: string): T | undefined {
  return (Object.keys(labels) as T[]).find((candidate) => candidate === word);
}
