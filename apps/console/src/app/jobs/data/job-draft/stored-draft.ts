import type { JobDraft } from './job-draft';

/** A draft as the browser keeps it. */
export interface StoredDraft {
  readonly savedAt: Date;
  readonly draft: JobDraft;
}

/** Raised when the shape of a draft changes; one of another version is not read. */
const VERSION = 1;

/** Each person has a draft of their own in each tenant. */
export function draftKey(tenantId: string, actor: string): string {
  return `ferry.job-draft.${tenantId}.${actor}`;
}

/** What the browser keeps under a key; null for nothing, and for what this version cannot read, which is removed. */
export function readDraft(storage: Storage, key: string): StoredDraft | null {
  const text = storage.getItem(key);
  if (text === null) return null;
  const stored = parsed(text);
  if (stored === null) storage.removeItem(key);
  return stored;
}

/** Keeps a draft; false when the browser has no room for it or does not keep anything. */
export function writeDraft(storage: Storage, key: string, { savedAt, draft }: StoredDraft): boolean {
  try {
    storage.setItem(key, JSON.stringify({ version: VERSION, savedAt, draft }));
    return true;
  } catch {
    return false;
  }
}

function parsed(text: string): StoredDraft | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('version' in value) || value.version !== VERSION) return null;
    if (!('savedAt' in value) || typeof value.savedAt !== 'string' || !('draft' in value)) return null;
    const savedAt = new Date(value.savedAt);
    return Number.isNaN(savedAt.getTime()) || !isDraft(value.draft) ? null : { savedAt, draft: value.draft };
  } catch {
    return null;
  }
}

/** Whether the lists are there that a page walks through; the rest is judged like anything that is typed. */
function isDraft(value: unknown): value is JobDraft {
  const lists = ['picked', 'workloads', 'leftOut', 'creations'];
  const objects = ['cutover', 'names'];
  if (typeof value !== 'object' || value === null) return false;
  const members = new Map<string, unknown>(Object.entries(value));
  return (
    lists.every((name) => Array.isArray(members.get(name))) &&
    objects.every((name) => typeof members.get(name) === 'object' && members.get(name) !== null)
  );
}
