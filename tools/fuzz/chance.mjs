/** Chance that is the same for the same seed (mulberry32), so that whatever it finds can be found again. */
export class Chance {
  #state;

  /** @param {number} seed */
  constructor(seed) {
    this.#state = seed >>> 0;
  }

  /** A number from 0 up to, and without, 1. */
  next() {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number below a bound. */
  below(bound) {
    return Math.floor(this.next() * bound);
  }

  /** Whether something happens that happens that often. */
  is(probability) {
    return this.next() < probability;
  }

  /** One of several. */
  of(choices) {
    return choices[this.below(choices.length)];
  }

  /** So many of something, from none up to a bound. */
  some(most, make) {
    return Array.from({ length: this.below(most + 1) }, () => make());
  }
}
