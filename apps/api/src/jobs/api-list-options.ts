import { applyDecorators } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';

const OPTIONS = {
  $filter: { type: 'string', description: "Condition, such as status eq 'completed'." },
  $orderby: { type: 'string', description: 'Members to sort by, such as createdDateTime desc.' },
  $select: { type: 'string', description: 'Members to answer.' },
  $expand: { type: 'string', enum: ['users'], description: 'What to answer with each job: its first 20 people.' },
  $search: { type: 'string', description: 'Words that a job must all hold, in its name or in that of its creator.' },
  $top: { type: 'integer', description: 'How many objects a page has, 1 to 999; 20 without it.' },
  $skip: { type: 'integer', description: 'How many objects to leave out at the beginning.' },
  $skiptoken: { type: 'string', description: 'Where the page begins; comes with @odata.nextLink.' },
  $count: { type: 'boolean', description: 'Whether to count the objects of all pages.' },
} as const;

/** Describes the query options that an operation understands. */
export function ApiListOptions(...names: (keyof typeof OPTIONS)[]): MethodDecorator & ClassDecorator {
  return applyDecorators(...names.map((name) => ApiQuery({ name, required: false, ...OPTIONS[name] })));
}
