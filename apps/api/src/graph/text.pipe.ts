import type { PipeTransform } from '@nestjs/common';
import { BadRequestError } from './graph-http-error';

/** Reads a text in a query parameter; a repeated one, and one that nothing stored can hold, are refused by name. */
export class TextPipe implements PipeTransform<unknown, string | undefined> {
  constructor(private readonly name: string) {}

  transform(text: unknown): string | undefined {
    if (text === undefined) return undefined;
    if (typeof text === 'string' && !text.includes('\u0000') && text.isWellFormed()) return text;
    throw new BadRequestError(`${this.name} must be one text without U+0000.`, { target: this.name });
  }
}
