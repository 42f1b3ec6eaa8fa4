import { parseDateTimeOffset } from '@ferry/contracts';
import type { PipeTransform } from '@nestjs/common';
import { BadRequestError } from './graph-http-error';

/** Reads a moment (ISO 8601 with an offset) in a query parameter; absent stays absent, anything else is refused by name. */
export class MomentPipe implements PipeTransform<unknown, Date | undefined> {
  constructor(private readonly name: string) {}

  transform(text: unknown): Date | undefined {
    if (text === undefined) return undefined;
    const moment = parseDateTimeOffset(text);
    if (moment !== undefined) return moment;
    throw new BadRequestError(`${this.name} must be a moment, such as 2026-11-27T18:00:00Z.`, { target: this.name });
  }
}
