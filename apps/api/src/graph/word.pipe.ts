import type { PipeTransform } from '@nestjs/common';
import { BadRequestError } from './graph-http-error';

/** Reads a parameter that may be absent or one word of an enumeration, in any letter case; anything else is refused. */
export class WordPipe<Word extends string> implements PipeTransform<unknown, Word | undefined> {
  constructor(
    private readonly name: string,
    private readonly words: readonly Word[],
  ) {}

  transform(text: unknown): Word | undefined {
    if (text === undefined) return undefined;
    const wanted = typeof text === 'string' ? text.toLowerCase() : null;
    const word = this.words.find((candidate) => candidate.toLowerCase() === wanted);
    if (word !== undefined) return word;
    throw new BadRequestError(`${this.name} must be one of ${this.words.join(', ')}.`, { target: this.name });
  }
}
