import type { ItemContent } from '@ferry/stores-spi';
import { fetchRows } from './fetch-rows';
import type { Session } from './sessions';
import { vanished } from './trouble';

/** Of a large message, so much is in memory at once. */
const PIECE_BYTES = 1024 * 1024;

/** Does something on a connection that has the mailbox open. */
type OnConnection = (work: (session: Session) => Promise<Buffer | null>) => Promise<Buffer | null>;

/**
 * A message that is read by pieces. The first one is fetched at once: whether the message is there is known before anybody
 * relies on it, and null when it is not. It ends with a piece that is not full, because the size that a server announces is not
 * always the size that it hands out.
 */
export async function contentInPieces(
  session: Session,
  uid: number,
  onConnection: OnConnection,
): Promise<ItemContent | null> {
  const [row] = await fetchRows(session.client, String(uid), `RFC822.SIZE ${pieceAt(0)}`);
  if (!row?.bytes) return null;
  const beginning = row.bytes;
  const pieceFrom = async (start: number): Promise<Buffer> => {
    const piece = await onConnection(async (next) => {
      const [found] = await fetchRows(next.client, String(uid), pieceAt(start));
      return found?.bytes ?? null;
    });
    if (!piece) throw vanished();
    return piece;
  };
  return {
    size: row.size,
    async *chunks() {
      let piece = beginning;
      for (let start = 0; piece.byteLength > 0; piece = await pieceFrom(start)) {
        yield piece;
        start += piece.byteLength;
        if (piece.byteLength < PIECE_BYTES) return;
      }
    },
  };
}

function pieceAt(start: number): string {
  return `BODY.PEEK[]<${start}.${PIECE_BYTES}>`;
}
