import type { PipeTransform } from '@nestjs/common';
import { BadRequestError } from './graph-http-error';

/** Reads a whole number, from 1 on unless it says otherwise, in a query parameter; absent stays absent, anything else is refused by name. */
export class PageNumberPipe implements PipeTransform<string | undefined, number | undefined> {
  constructor(
    private readonly name: string,
    private readonly most: number,
    private readonly least = 1,
  ) {}

  transform(text: string | undefined): number | undefined {
    if (text === undefined) return undefined;
    const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= this.least && value <= this.most) return value;
    const bounds = `from ${this.least} to ${this.most}`;
    throw new BadRequestError(`${this.name} must be a whole number ${bounds}.`, { target: this.name });
  }
}
