import type { SampleItem } from '@ferry/stores-spi/testing';
import { parseFields } from '../header-fields';
import { folderMark, formatKey, identityOf, identityOfContent } from '../item-key';

/** A sample with the key that a store of mail gives it. */
export function namedSample({ header, content }: SampleItem, occurrence = 1): SampleItem {
  const end = Buffer.from(content).indexOf('\r\n\r\n');
  const fields = parseFields(content.subarray(0, end === -1 ? content.byteLength : end));
  const identity = identityOf(fields) ?? identityOfContent(content);
  return {
    header: { ...header, key: formatKey({ identity, occurrence }, folderMark(header.container), fields.messageId) },
    content,
  };
}
