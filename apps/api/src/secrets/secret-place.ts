/** Where a secret is kept: the tenant that gave it, what it belongs to, and which of its secrets it is. */
export interface SecretPlace {
  readonly tenantId: string;
  readonly holder: SecretHolder;
  /** A workload for a connection, a side of the migration for a person. */
  readonly part: string;
}

/** What a secret belongs to. */
export interface SecretHolder {
  readonly kind: 'tenant' | 'endpoint' | 'person';
  /** Id of the tenant or the person, name of the endpoint. */
  readonly id: string;
}

/** The place as the text that binds a secret to it. */
export function placeText({ tenantId, holder, part }: SecretPlace): string {
  return JSON.stringify([tenantId, holder.kind, holder.id, part]);
}
