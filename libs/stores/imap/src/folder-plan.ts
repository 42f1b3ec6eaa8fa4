import { namesOfPath, pathOfNames } from './folder-names';
import type { SpecialUse } from './special-use';

/** How a server spells its folders: the prefix of the personal namespace (RFC 2342) and the delimiter. */
export interface Spelling {
  readonly prefix: string;
  readonly delimiter: string;
}

/** That a folder of the source, with all below it, is another folder at the target. */
export interface FolderPair {
  /** Path of a container, as the source spells it. */
  readonly path: string;
  /** Name of the mailbox at the target, as the target spells it. */
  readonly mailbox: string;
}

const INBOX = 'INBOX';
/** What distinguishes a folder whose name is taken by a pair. */
const ALSO = ' (2)';

/**
 * Which mailbox is which container, in both directions and for every name: pairs first, the longest of them, and
 * otherwise the same names with the target's prefix and delimiter. A folder whose name belongs to another one by a pair
 * gets ` (2)`, so that no two containers ever share a mailbox.
 */
export class FolderPlan {
  private readonly pairs: readonly FolderPair[];

  constructor(
    private readonly spelling: Spelling,
    pairs: readonly FolderPair[] = [],
  ) {
    this.pairs = pairs.filter(({ path, mailbox }) => this.literalMailbox(path) !== mailbox);
  }

  /** The mailbox of a container. */
  mailboxOf(path: string): string {
    const { delimiter } = this.spelling;
    const pair = longest(
      this.pairs,
      (one) => isWithin(path, one.path, '/'),
      (one) => one.path,
    );
    if (pair) {
      const rest = path.slice(pair.path.length + 1);
      return rest === '' ? pair.mailbox : [pair.mailbox, ...namesOfPath(rest, delimiter)].join(delimiter);
    }
    const literal = this.literalMailbox(path);
    const taken = longest(
      this.pairs,
      (one) => isWithin(literal, one.mailbox, delimiter),
      (one) => one.mailbox,
    );
    return taken ? `${taken.mailbox}${ALSO}${literal.slice(taken.mailbox.length)}` : literal;
  }

  /** The container of a mailbox. */
  pathOf(mailbox: string): string {
    const { delimiter } = this.spelling;
    const pair = longest(
      this.pairs,
      (one) => isWithin(mailbox, one.mailbox, delimiter),
      (one) => one.mailbox,
    );
    if (pair) {
      const rest = mailbox.slice(pair.mailbox.length + delimiter.length);
      return rest === '' ? pair.path : `${pair.path}/${pathOfNames(rest.split(delimiter), delimiter)}`;
    }
    const also = longest(
      this.pairs,
      (one) => isWithin(mailbox, `${one.mailbox}${ALSO}`, delimiter),
      (one) => one.mailbox,
    );
    if (also) return this.literalPath(also.mailbox + mailbox.slice(also.mailbox.length + ALSO.length));
    const literal = this.literalPath(mailbox);
    const taken = longest(
      this.pairs,
      (one) => isWithin(literal, one.path, '/'),
      (one) => one.path,
    );
    return taken ? `${taken.path}${ALSO}${literal.slice(taken.path.length)}` : literal;
  }

  private literalMailbox(path: string): string {
    const { prefix, delimiter } = this.spelling;
    if (path === INBOX) return INBOX;
    return prefix + namesOfPath(path, delimiter).join(delimiter);
  }

  private literalPath(mailbox: string): string {
    const { prefix, delimiter } = this.spelling;
    const isBelowPrefix = prefix !== '' && mailbox.startsWith(prefix);
    const names = (isBelowPrefix ? mailbox.slice(prefix.length) : mailbox).split(delimiter);
    const [first = ''] = names;
    // The name of the inbox is the same in any case (RFC 3501, section 5.1), also above its folders.
    if (!isBelowPrefix && first.toUpperCase() === INBOX) names[0] = INBOX;
    return pathOfNames(names, delimiter);
  }
}

/** A folder, as far as pairing needs to know it. */
export interface PurposefulFolder {
  readonly path: string;
  readonly mailbox: string;
  readonly specialUse: SpecialUse | null;
}

/**
 * Pairs the special folders of both sides by what they are for, whatever they are called; explicit pairs come first and
 * win. What the source keeps in \All alone is archived mail, and goes to the archive of a target without \All.
 */
export function pairFolders(
  source: readonly PurposefulFolder[],
  target: readonly PurposefulFolder[],
  explicit: readonly FolderPair[],
): FolderPair[] {
  const pairs = [...explicit];
  const mailboxFor = (specialUse: SpecialUse): string | undefined =>
    target.find((folder) => folder.specialUse === specialUse)?.mailbox;
  const sourceHas = (specialUse: SpecialUse): boolean => source.some((folder) => folder.specialUse === specialUse);
  for (const { path, specialUse } of source) {
    if (specialUse === null) continue;
    const mailbox =
      mailboxFor(specialUse) ??
      (specialUse === '\\All' && !sourceHas('\\Archive') ? mailboxFor('\\Archive') : undefined);
    const isTaken = pairs.some((pair) => pair.path === path || pair.mailbox === mailbox);
    if (mailbox !== undefined && !isTaken) pairs.push({ path, mailbox });
  }
  return pairs;
}

function isWithin(name: string, outer: string, delimiter: string): boolean {
  return name === outer || name.startsWith(outer + delimiter);
}

function longest<T>(all: readonly T[], matches: (one: T) => boolean, nameOf: (one: T) => string): T | undefined {
  return all.filter(matches).sort((a, b) => nameOf(b).length - nameOf(a).length)[0];
}
