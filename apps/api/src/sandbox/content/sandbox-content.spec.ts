import { createHash } from 'node:crypto';
import { Workload, WORKLOADS } from '@ferry/contracts';
import { FABRIKAM_ID, NORTHWIND_ID, sandboxPeople, type SeedPerson } from '../sandbox-directory';
import type { ContentItem, PersonContent } from './person-content';
import { contentOf } from './sandbox-content';

function person(number: number): SeedPerson {
  const found = sandboxPeople(FABRIKAM_ID)[number - 1];
  if (!found) throw new Error('there is no such person');
  return found;
}

function* itemsOf(content: PersonContent): Generator<ContentItem> {
  for (const { path, itemCount } of content.containers) {
    for (let index = 0; index < itemCount; index += 1) yield content.item(path, index);
  }
}

function keysOf(content: PersonContent): string[] {
  return content.containers.flatMap(({ path, itemCount }) =>
    Array.from({ length: itemCount }, (_, index) => content.key(path, index)),
  );
}

function countOf(content: PersonContent): number {
  return content.containers.reduce((sum, { itemCount }) => sum + itemCount, 0);
}

function textOf(item: ContentItem): string {
  return Buffer.concat([...item.chunks()]).toString('utf8');
}

function digestOf(content: PersonContent): string {
  const hash = createHash('sha256').update(JSON.stringify(content.containers));
  for (const item of itemsOf(content)) {
    hash.update(JSON.stringify([item.key, item.name, item.size, item.dateTime, item.properties]));
    for (const chunk of item.chunks()) hash.update(chunk);
  }
  return hash.digest('hex');
}

/** The fields of a message, unfolded. */
function headersOf(message: string): Map<string, string> {
  const [head = ''] = message.split('\r\n\r\n', 1);
  const lines = head.replace(/\r\n[ \t]/g, ' ').split('\r\n');
  return new Map(lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]));
}

describe('the content of the sandbox', () => {
  const ordinary = person(1);

  it.each(WORKLOADS)('is equal to the byte each time it is made (%s)', (service) => {
    expect(digestOf(contentOf(ordinary, service))).toBe(digestOf(contentOf(ordinary, service)));
  });

  it('stays the same from one version of Ferry to the next', () => {
    expect(WORKLOADS.map((service) => digestOf(contentOf(ordinary, service)).slice(0, 16))).toEqual([
      '5ee7b65e4e244a03',
      '218b193215204a13',
      '29fd85446c88aef6',
      'c33fa3d5d3bd7cd0',
    ]);
  });

  it('is the same whichever item is asked for first', () => {
    const backwards = contentOf(ordinary, Workload.Exchange);
    const forwards = contentOf(ordinary, Workload.Exchange);
    const late = backwards.item('Inbox', 30);
    for (let index = 0; index < 30; index += 1) forwards.item('Inbox', index);
    expect(textOf(forwards.item('Inbox', 30))).toBe(textOf(late));
  });

  it('is another one for each person', () => {
    const digests = sandboxPeople(FABRIKAM_ID)
      .slice(0, 3)
      .flatMap((each) => WORKLOADS.map((service) => digestOf(contentOf(each, service))));
    expect(new Set(digests).size).toBe(12);
  });

  it('gives a person 150 to 260 messages, 40 files, 20 meetings and 10 chats', () => {
    for (const each of [...sandboxPeople(FABRIKAM_ID).slice(0, 49), ...sandboxPeople(NORTHWIND_ID)]) {
      const messages = countOf(contentOf(each, Workload.Exchange));
      expect(messages).toBeGreaterThanOrEqual(150);
      expect(messages).toBeLessThanOrEqual(260);
      expect(countOf(contentOf(each, Workload.ODSP))).toBe(40);
      expect(countOf(contentOf(each, Workload.Meeting))).toBe(20);
      const chats = contentOf(each, Workload.Teams).containers;
      expect(chats).toHaveLength(10);
      for (const { itemCount } of chats) expect([6, 7, 8, 9, 10, 11, 12, 13, 14]).toContain(itemCount);
    }
  });

  it('never gives two items of a person the same key', () => {
    for (const each of sandboxPeople(FABRIKAM_ID)) {
      for (const service of WORKLOADS) {
        const keys = keysOf(contentOf(each, service));
        expect(new Set(keys).size).toBe(keys.length);
      }
    }
  });

  it('names the key of an item without making it', () => {
    for (const service of WORKLOADS) {
      const content = contentOf(ordinary, service);
      const { path } = content.containers.find(({ itemCount }) => itemCount > 3) ?? { path: '' };
      expect(content.key(path, 3)).toBe(content.item(path, 3).key);
    }
  });

  it('lists parents before their children, among them empty folders', () => {
    for (const service of [Workload.Exchange, Workload.ODSP]) {
      const { containers } = contentOf(ordinary, service);
      const paths = containers.map(({ path }) => path);
      for (const [index, path] of paths.entries()) {
        const parent = path.split('/').slice(0, -1).join('/');
        if (parent) expect(paths.slice(0, index)).toContain(parent);
      }
      expect(containers.some(({ itemCount }) => itemCount === 0)).toBe(true);
    }
  });

  it('lies in the past, in the years 2024 and 2025', () => {
    for (const service of WORKLOADS) {
      for (const { dateTime } of itemsOf(contentOf(ordinary, service))) {
        expect([2024, 2025]).toContain(dateTime.getUTCFullYear());
      }
    }
  });

  it('announces the size of what it hands out', () => {
    for (const service of WORKLOADS) {
      for (const item of itemsOf(contentOf(person(7), service))) {
        expect(Buffer.byteLength(textOf(item))).toBe(item.size);
      }
    }
  });

  describe('messages', () => {
    const messages = [...itemsOf(contentOf(ordinary, Workload.Exchange))].map((item) => ({ item, text: textOf(item) }));

    it('are RFC 5322 texts whose fields say what the item says', () => {
      for (const { item, text } of messages) {
        const headers = headersOf(text);
        expect(headers.get('Message-ID')).toBe(item.key);
        expect(new Date(headers.get('Date') ?? '')).toEqual(item.dateTime);
        expect(headers.get('From')).toMatch(/^.+ <[a-z.]+@[a-z.]+>$/);
        expect(headers.get('To')).toContain('@');
        expect(headers.has('Subject')).toBe(true);
      }
    });

    it('have lines of at most 998 bytes, ended by CR and LF', () => {
      for (const { text } of messages) {
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(998);
      }
    });

    it('use only ASCII in their header fields', () => {
      for (const { text } of messages) expect(text.split('\r\n\r\n', 1)[0]).toMatch(/^[\r\n\t -~]*$/);
    });

    it('are partly in HTML too, and some have an attachment', () => {
      const types = messages.map(({ text }) => headersOf(text).get('Content-Type')?.split(';')[0]);
      expect(new Set(types)).toEqual(new Set(['text/plain', 'multipart/alternative', 'multipart/mixed']));
      const { text = '' } = messages.find((_, index) => types[index] === 'multipart/mixed') ?? {};
      const base64 = /base64\r\n\r\n([\s\S]+?)\r\n--/.exec(text)?.[1] ?? '';
      expect(Buffer.from(base64, 'base64').toString('utf8')).toMatch(/^No;Office;Project;Amount\r\n1;/);
    });

    it('answer messages of the same folder and keep their subject', () => {
      const byKey = new Map(messages.map(({ item }) => [item.key, item]));
      const answers = messages.filter(({ text }) => headersOf(text).has('In-Reply-To'));
      expect(answers.length).toBeGreaterThan(20);
      for (const { item, text } of answers) {
        const answered = byKey.get(headersOf(text).get('In-Reply-To') ?? '');
        expect(item.name.replace('Re: ', '')).toBe(answered?.name.replace('Re: ', ''));
      }
    });

    it('vary: no two say the same', () => {
      const bodies = messages.map(({ text }) => text.slice(text.indexOf('\r\n\r\n')));
      expect(new Set(bodies).size).toBe(bodies.length);
    });
  });

  it('has files of 1 to 20 kB that are what their names say', () => {
    for (const item of itemsOf(contentOf(ordinary, Workload.ODSP))) {
      expect(item.size).toBeGreaterThan(600);
      expect(item.size).toBeLessThan(24_000);
      const text = textOf(item);
      if (item.name.endsWith('.json')) expect(JSON.parse(text)).toHaveProperty('entries');
      if (item.name.endsWith('.md')) expect(text).toMatch(/^# /);
      if (item.name.endsWith('.csv')) expect(text).toMatch(/^id,office,project,department,amount\r\n1000,/);
    }
  });

  it('has meetings as iCalendar events, some of them recurring', () => {
    const texts = [...itemsOf(contentOf(ordinary, Workload.Meeting))].map((item) => ({ item, text: textOf(item) }));
    for (const { item, text } of texts) {
      const unfolded = text.replaceAll('\r\n ', '');
      expect(unfolded).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*\r\nEND:VCALENDAR\r\n$/);
      expect(unfolded).toContain(`\r\nUID:${item.key}\r\n`);
      const start = item.dateTime.toISOString().replace(/[-:]|\.\d+/g, '');
      expect(unfolded).toContain(`\r\nDTSTART:${start}\r\n`);
      expect(unfolded).toMatch(/\r\nORGANIZER;CN="[^"]+":mailto:/);
      expect(unfolded).toMatch(/\r\nATTENDEE;/);
      for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    }
    expect(texts.some(({ text }) => text.includes('RRULE:'))).toBe(true);
    expect(texts.every(({ text }) => text.includes('RRULE:'))).toBe(false);
  });

  it('has chat messages as JSON with author, time and text', () => {
    for (const item of itemsOf(contentOf(ordinary, Workload.Teams))) {
      expect(JSON.parse(textOf(item))).toMatchObject({
        id: item.key,
        sentDateTime: item.dateTime.toISOString(),
        author: { displayName: item.properties['author'] },
        body: { contentType: 'text', content: item.name },
      });
    }
  });

  describe('troubles', () => {
    it('gives 50 a mailbox of 20,000 short messages', () => {
      const content = contentOf(person(50), Workload.Exchange);
      expect(countOf(content)).toBe(20_000);
      const sizes = Array.from({ length: 300 }, (_, index) => content.item('Inbox', index * 20).size);
      for (const size of sizes) expect(size).toBeLessThan(1_100);
      expect(sizes.reduce((sum, size) => sum + size, 0) / sizes.length).toBeGreaterThan(600);
    });

    it('gives 47 three messages of more than 35 MB, which are made piece by piece', () => {
      const large = [...itemsOf(contentOf(person(47), Workload.Exchange))].filter(
        ({ size }) => size > 35 * 1024 * 1024,
      );
      expect(large).toHaveLength(3);
      for (const item of large) {
        expect(item.size).toBeLessThan(48 * 1024 * 1024);
        let bytes = 0;
        let largest = 0;
        for (const chunk of item.chunks()) {
          bytes += chunk.byteLength;
          largest = Math.max(largest, chunk.byteLength);
        }
        expect(bytes).toBe(item.size);
        expect(largest).toBeLessThan(100_000);
      }
    });

    it('gives nobody else such messages', () => {
      for (const number of [44, 45, 46, 48, 49]) {
        const sizes = [...itemsOf(contentOf(person(number), Workload.Exchange))].map(({ size }) => size);
        expect(Math.max(...sizes)).toBeLessThan(10_000);
      }
    });
  });
});
