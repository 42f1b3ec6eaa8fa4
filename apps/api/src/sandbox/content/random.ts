/**
 * Numbers that look drawn by chance and are the same for the same seed, on every machine and in every version of Node:
 * a 32-bit hash of the seed (FNV-1a) starts a counter whose values are mixed (splitmix32).
 */
export class Random {
  private state: number;

  constructor(seed: string) {
    this.state = hashOf(seed);
  }

  /** A whole number from 0 to 2^32 - 1. */
  next(): number {
    this.state = (this.state + 0x9e3779b9) | 0;
    let mixed = this.state ^ (this.state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + (this.next() % (most - least + 1));
  }

  /** True in so many of a hundred cases. */
  percent(chance: number): boolean {
    return this.next() % 100 < chance;
  }

  /** One of the values. */
  pick<T>(values: readonly T[]): T {
    const value = values[this.next() % values.length];
    if (value === undefined) throw new RangeError('Nothing to pick from.');
    return value;
  }

  /** So many different ones of the values, in any order; all of them when there are fewer. */
  sample<T>(values: readonly T[], count: number): T[] {
    const taken = new Set<number>();
    const sampled: T[] = [];
    while (taken.size < Math.min(count, values.length)) {
      let index = this.next() % values.length;
      while (taken.has(index)) index = (index + 1) % values.length;
      taken.add(index);
      sampled.push(...values.slice(index, index + 1));
    }
    return sampled;
  }

  /** A hexadecimal number of so many digits. */
  hex(digits: number): string {
    let text = '';
    while (text.length < digits) text += this.next().toString(16).padStart(8, '0');
    return text.slice(0, digits);
  }

  /** So many bytes. */
  bytes(length: number): Uint8Array {
    const bytes = new Uint8Array(length);
    for (let index = 0; index < length; index += 1) bytes[index] = this.next() & 0xff;
    return bytes;
  }
}

/** A whole number from 0 to 2^32 - 1 that depends on nothing but the text (FNV-1a over its UTF-16 units). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
