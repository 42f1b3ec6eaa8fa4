import type { PipeTransform } from '@nestjs/common';
import { isGuid } from '../jobs/job-key';
import { BadRequestError } from './graph-http-error';

/** Reads an object id, in lower case; absent stays absent, anything else is refused by name. */
export class ObjectIdPipe implements PipeTransform<string | undefined, string | undefined> {
  constructor(private readonly name: string) {}

  transform(text: string | undefined): string | undefined {
    if (text === undefined || isGuid(text)) return text?.toLowerCase();
    throw new BadRequestError(`${this.name} must be an object id, a GUID.`, { target: this.name });
  }
}
