import { JSONParser } from '@streamparser/json';
import type { Readable } from 'node:stream';
import { BadRequestError } from '../../graph/graph-http-error';
import { ImportDamagedError, LARGEST_ROW_BYTES, type RawRow } from './import-row';

const FIRST_OF_ARRAY = /^\s*\[/;

/**
 * The elements of a JSON array as they come.
 *
 * @throws BadRequestError for anything but an array, ImportDamagedError where the rest cannot be read
 */
export async function* jsonRows(content: Readable): AsyncGenerator<RawRow> {
  const parser = new JSONParser({ paths: ['$.*'], keepStack: false });
  let rows: RawRow[] = [];
  let line = 0;
  let pending = 0;
  parser.onValue = ({ value, parent }) => {
    line += 1;
    pending = 0;
    if (Array.isArray(parent)) parent.length = 0;
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    rows.push({ line, values: isObject ? value : { '': value } });
  };
  const failures: Error[] = [];
  parser.onError = (error) => void failures.push(error);

  let isFirst = true;
  for await (const chunk of content as AsyncIterable<Buffer>) {
    if (
      isFirst &&
      !FIRST_OF_ARRAY.test(
        chunk
          .subarray(0, LARGEST_ROW_BYTES)
          .toString('utf8')
          .replace(/^\ufeff/, ''),
      )
    ) {
      throw new BadRequestError('The body must be a JSON array of people.');
    }
    // In pieces, so that one that never ends is noticed before it fills the memory.
    for (let from = 0; from < chunk.length; from += LARGEST_ROW_BYTES) {
      const piece = chunk.subarray(from, from + LARGEST_ROW_BYTES);
      pending += piece.length;
      parser.write(isFirst ? withoutMark(piece) : piece);
      isFirst = false;
      yield* rows;
      rows = [];
      const [failure] = failures;
      if (failure) throw damaged(line + 1, failure);
      if (pending > 2 * LARGEST_ROW_BYTES) throw damaged(line + 1, new Error('An element is too large.'));
    }
  }
  if (isFirst) throw new BadRequestError('The body is empty. It must be a JSON array of people.');
  if (!parser.isEnded) throw damaged(line + 1, new Error('The array does not end.'));
}

/** Without the byte order mark that some editors put first. */
function withoutMark(piece: Buffer): Buffer {
  return piece[0] === 0xef && piece[1] === 0xbb && piece[2] === 0xbf ? piece.subarray(3) : piece;
}

function damaged(line: number, cause: Error): ImportDamagedError {
  const message = `The body cannot be read from here on: ${cause.message.slice(0, 200)} Mend it, and import it again.`;
  return new ImportDamagedError(line, message, { cause });
}
