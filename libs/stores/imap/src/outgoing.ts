import type { ItemContent } from '@ferry/stores-spi';
import { randomUUID } from 'node:crypto';
import { open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Up to this size, in bytes, a message is kept in memory until it is sent. */
export const IN_MEMORY_UP_TO_BYTES = 4 * 1024 * 1024;

const PIECE_BYTES = 1024 * 1024;

/**
 * The whole content of a message that is about to be sent: APPEND wants the exact size first, and the one that a source
 * announces is not always exact. What is too large for the memory waits in a file without a name, which is gone as soon as
 * it is closed, whatever happens to the process.
 */
export interface Outgoing {
  /** Exact size in bytes. */
  readonly size: number;
  /** Whether there is a NUL in it, which a common literal must not hold. */
  readonly hasNul: boolean;
  /** All of it, where it is in memory. */
  readonly bytes?: Uint8Array;
  /** The bytes in order; may be asked for again. */
  chunks(): AsyncIterable<Uint8Array>;
  close(): Promise<void>;
}

/** Takes in a content. Throws what the content throws, and the reason of the signal. */
export async function outgoing(content: ItemContent, signal: AbortSignal): Promise<Outgoing> {
  if (content.size > IN_MEMORY_UP_TO_BYTES) return spooled(content, signal);
  return new InMemory(content.bytes ?? (await collected(content, signal)), content.hasNul);
}

/** A content that is in memory already, without waiting for anything; null for any other. */
export function outgoingAtHand({ size, bytes, hasNul }: ItemContent): Outgoing | null {
  return bytes && size <= IN_MEMORY_UP_TO_BYTES ? new InMemory(bytes, hasNul) : null;
}

async function collected(content: ItemContent, signal: AbortSignal): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of content.chunks()) {
    signal.throwIfAborted();
    pieces.push(piece);
  }
  const [only] = pieces;
  return only && pieces.length === 1 ? only : Buffer.concat(pieces);
}

class InMemory implements Outgoing {
  constructor(
    readonly bytes: Uint8Array,
    private readonly known: boolean | undefined,
  ) {}

  get size(): number {
    return this.bytes.byteLength;
  }

  get hasNul(): boolean {
    return this.known ?? this.bytes.includes(0);
  }

  async *chunks(): AsyncGenerator<Uint8Array> {
    yield this.bytes;
  }

  async close(): Promise<void> {
    // There is nothing but memory.
  }
}

async function spooled(content: ItemContent, signal: AbortSignal): Promise<Outgoing> {
  const name = join(tmpdir(), `ferry-message-${randomUUID()}`);
  const file = await open(name, 'wx+', 0o600);
  try {
    await rm(name);
    let size = 0;
    let hasNul = false;
    for await (const piece of content.chunks()) {
      signal.throwIfAborted();
      await file.write(piece, 0, piece.byteLength, size);
      size += piece.byteLength;
      hasNul ||= piece.includes(0);
    }
    return { size, hasNul, chunks: () => piecesOf(file, size), close: () => file.close() };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function* piecesOf(file: FileHandle, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < size;) {
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(PIECE_BYTES), 0, PIECE_BYTES, start);
    if (bytesRead === 0) throw new Error('The file of a waiting message is shorter than what was written to it.');
    yield buffer.subarray(0, bytesRead);
    start += bytesRead;
  }
}
