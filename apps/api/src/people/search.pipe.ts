import { Injectable, type PipeTransform } from '@nestjs/common';
import { BadRequestError } from '../graph/graph-http-error';
import { isStorable } from '../jobs/job-key';

/** Reads a text to search for; a repeated one, and one that nothing stored can hold, are refused. */
@Injectable()
export class SearchPipe implements PipeTransform<unknown, string | undefined> {
  transform(text: unknown): string | undefined {
    if (text === undefined) return undefined;
    if (typeof text === 'string' && isStorable(text)) return text;
    throw new BadRequestError('search must be one text without U+0000.', { target: 'search' });
  }
}
