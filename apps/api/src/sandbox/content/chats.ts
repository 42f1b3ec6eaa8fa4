import { colleague } from './mail-message';
import {
  textContent,
  type ContentContainer,
  type ContentItem,
  type ContentOwner,
  type PersonContent,
} from './person-content';
import { COLLEAGUES, phrase } from './phrase';
import { Random } from './random';
import { CHAT_LINES, PROJECTS } from './vocabulary';

/** How many chats a person has: so many with one colleague, the rest with a group. */
const CHATS = 10;
const WITH_ONE_COLLEAGUE = 6;

interface Chat {
  readonly path: string;
  readonly number: number;
  readonly itemCount: number;
  readonly members: readonly string[];
  /** What is said, one line for each message, no line twice. */
  readonly lines: readonly string[];
  readonly begin: number;
}

/** The chats of a person, one container each, with their messages as JSON; keys are chat message ids. */
export class ChatContent implements PersonContent {
  readonly containers: readonly ContentContainer[];
  private readonly chats: ReadonlyMap<string, Chat>;

  constructor(private readonly owner: ContentOwner) {
    const chats = chatsOf(owner);
    this.containers = chats.map(({ path, itemCount }) => ({ path, itemCount }));
    this.chats = new Map(chats.map((chat) => [chat.path, chat]));
  }

  key(container: string, index: number): string {
    return String(this.sentAt(this.chat(container), index).getTime());
  }

  item(container: string, index: number): ContentItem {
    const chat = this.chat(container);
    const random = new Random(`${this.owner.id}/chats/${container}/${index}`);
    const sent = this.sentAt(chat, index);
    const author = random.pick(chat.members);
    const text = phrase(chat.lines.slice(index, index + 1), random);
    const key = this.key(container, index);
    const message = {
      id: key,
      messageType: 'message',
      sentDateTime: sent.toISOString(),
      author: { displayName: author, mail: colleague(author).address },
      body: { contentType: 'text', content: text },
      ...(index > 0 && random.percent(20) ? { replyToId: this.key(container, index - 1) } : {}),
      reactions: random.percent(15) ? [{ reactionType: 'like', displayName: random.pick(chat.members) }] : [],
    };
    return {
      key,
      name: text,
      dateTime: sent,
      properties: { author, members: chat.members },
      ...textContent(JSON.stringify(message)),
    };
  }

  private chat(container: string): Chat {
    const chat = this.chats.get(container);
    if (!chat) throw new RangeError('There is no such chat.');
    return chat;
  }

  /**
   * The time of a message is its id, as in Teams: the milliseconds are its number over all chats, so that no two of a
   * person are alike.
   */
  private sentAt(chat: Chat, index: number): Date {
    const random = new Random(`${this.owner.id}/chats/${chat.path}/${index}/time`);
    const minutes = index * 45 + random.between(0, 44);
    return new Date(chat.begin + minutes * 60_000 + chat.number * 20 + index);
  }
}

function chatsOf(owner: ContentOwner): Chat[] {
  const random = new Random(`${owner.id}/chats`);
  const colleagues = random.sample(
    COLLEAGUES.filter((name) => name !== owner.displayName),
    WITH_ONE_COLLEAGUE,
  );
  const groups = random.sample(PROJECTS, CHATS - WITH_ONE_COLLEAGUE);
  const direct = colleagues.map((name) => ({ path: `Chat with ${name}`, others: [name] }));
  const group = groups.map((project) => ({ path: project, others: random.sample(COLLEAGUES, random.between(2, 5)) }));
  return [...direct, ...group].map(({ path, others }, number) => {
    const itemCount = random.between(6, 14);
    return {
      path,
      number,
      itemCount,
      lines: random.sample(CHAT_LINES, itemCount),
      members: [...new Set([owner.displayName, ...others])],
      begin: Date.UTC(2024, random.between(0, 23), random.between(1, 28), random.between(7, 15)),
    };
  });
}
