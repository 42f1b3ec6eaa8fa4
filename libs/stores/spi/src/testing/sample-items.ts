import type { ItemKind } from '../item-kind';
import type { ItemHeader, NewItem } from '../item';

/** An item that a store of the kind accepts, with its content in memory. */
export interface SampleItem {
  readonly header: ItemHeader;
  readonly content: Uint8Array;
}

/** What a sample is made from: the key, the name, when it was made and how much text it holds. */
interface Sample {
  readonly container: string;
  readonly number: number;
  readonly date: Date;
  readonly text: string;
}

type Made = Pick<ItemHeader, 'key' | 'name' | 'properties'> & { readonly content: string };

const SAMPLES: Readonly<Record<ItemKind, (sample: Sample) => Made>> = {
  message: ({ number, date, text }) => ({
    key: `<sample-${number}@ferry.example>`,
    name: `Sample ${number}`,
    properties: { seen: number % 2 === 0, flagged: number % 5 === 0 },
    content: [
      `Message-ID: <sample-${number}@ferry.example>`,
      `Date: ${date.toUTCString().replace('GMT', '+0000')}`,
      'From: Sender <sender@ferry.example>',
      'To: Reader <reader@ferry.example>',
      `Subject: Sample ${number}`,
      '',
      text,
      '',
    ].join('\r\n'),
  }),
  file: ({ container, number, text }) => ({
    key: `${container}/sample-${number}.txt`,
    name: `sample-${number}.txt`,
    properties: {},
    content: text,
  }),
  calendarItem: ({ number, date, text }) => ({
    key: `sample-${number}@ferry.example`,
    name: `Sample ${number}`,
    properties: {},
    content: [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Ferry//Store contract//EN',
      'BEGIN:VEVENT',
      `UID:sample-${number}@ferry.example`,
      `DTSTAMP:${stamp(date)}`,
      `DTSTART:${stamp(date)}`,
      `SUMMARY:Sample ${number}`,
      `DESCRIPTION:${text.replaceAll('\r\n', '\r\n ')}`,
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  }),
  chatMessage: ({ number, date, text }) => ({
    key: String(date.getTime()),
    name: `Sample ${number}`,
    properties: { author: 'Sender' },
    content: JSON.stringify({ id: String(date.getTime()), sentDateTime: date, body: { content: text } }),
  }),
};

/** The sample of a number for a container; `lines` of text make it as large as a spec needs it. */
export function sampleItem(kind: ItemKind, container: string, number: number, lines = 1): SampleItem {
  const date = new Date(Date.UTC(2025, 0, 6, 8, 0, number));
  const text = Array.from({ length: lines }, (_, line) => `Line ${line} of sample ${number}: ärgerlich, 東京`).join(
    '\r\n',
  );
  const { key, name, properties, content } = SAMPLES[kind]({ container, number, date, text });
  const bytes = new TextEncoder().encode(content);
  return { header: { key, container, name, size: bytes.byteLength, dateTime: date, properties }, content: bytes };
}

/** The sample as an item to write, handed over in pieces of at most 1,000 bytes. */
export function newItem({ header, content }: SampleItem): NewItem {
  return {
    header,
    content: {
      size: content.byteLength,
      async *chunks() {
        for (let start = 0; start < content.byteLength; start += 1000) yield content.subarray(start, start + 1000);
      },
    },
  };
}

function stamp(date: Date): string {
  return date.toISOString().replace(/[-:]|\.\d+/g, '');
}
