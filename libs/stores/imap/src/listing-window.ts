import { fieldsItem, LISTED_FIELDS } from './header-fields';
import { fetchIdentified, type IdentifiedMessage } from './identify';
import { sequenceSet } from './sequence-set';
import type { Session } from './sessions';

/** Messages that one command asks for, however small the pages are: about a megabyte. */
export const WINDOW = 500;

const ITEMS = `FLAGS INTERNALDATE RFC822.SIZE ${fieldsItem(LISTED_FIELDS)}`;

interface Window {
  /** What is listed: a folder, or its changes. */
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly messages: readonly IdentifiedMessage[];
}

/** What was told of one folder by one command, and is handed out by pages. */
export class ListingWindow {
  private last: Window | null = null;

  /**
   * The messages of a page, which is the beginning of `uids`; about the others the server is asked at the same time, unless it
   * was already. `name` says what is listed: pages of two listings that differ must have different ones.
   */
  async page(session: Session, name: string, uids: Uint32Array, length: number): Promise<IdentifiedMessage[]> {
    const [first = 0, last = 0] = [uids[0], uids[length - 1]];
    const known = this.last;
    const isKnown = known?.name === name && first >= known.from && last <= known.to;
    const window = isKnown ? known : await ask(session, name, uids);
    this.last = last === window.to ? null : window;
    return window.messages.filter(({ uid }) => uid >= first && uid <= last);
  }

  /** Whatever was told before may have changed. */
  forget(): void {
    this.last = null;
  }
}

async function ask(session: Session, name: string, uids: Uint32Array): Promise<Window> {
  const messages = await fetchIdentified(session, sequenceSet(uids), ITEMS);
  return { name, from: uids[0] ?? 0, to: uids.at(-1) ?? 0, messages };
}
