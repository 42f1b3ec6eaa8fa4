import { ODataQueryError, printPropertyPath } from '@ferry/odata';
import type {
  Comparison,
  FilterExpression,
  FunctionCall,
  Literal,
  Membership,
  Operand,
  PropertyPath,
} from '@ferry/odata';
import { type SQL, sql } from 'drizzle-orm';
import { JOB_FIELDS, type JobField } from './job-fields.sql';

const OPERATORS: Readonly<Record<Comparison['operator'], SQL>> = {
  eq: sql`=`,
  ne: sql`<>`,
  gt: sql`>`,
  ge: sql`>=`,
  lt: sql`<`,
  le: sql`<=`,
};

/**
 * A `$filter` over jobs as a condition. Members come from the allow-list and values become parameters; what cannot be
 * translated is refused with the place in the text. Throws `ODataQueryError`.
 */
export function jobFilter(expression: FilterExpression): SQL {
  switch (expression.kind) {
    case 'and':
      return sql`(${sql.join(expression.operands.map(jobFilter), sql` and `)})`;
    case 'or':
      return sql`(${sql.join(expression.operands.map(jobFilter), sql` or `)})`;
    case 'not':
      return sql`not coalesce(${jobFilter(expression.operand)}, false)`;
    case 'comparison':
      return comparison(expression);
    case 'in':
      return membership(expression);
    case 'function':
      return textFunction(expression);
    case 'boolean':
      return sql`${expression.value}::boolean`;
    case 'property':
      return refuse(expression, `${printPropertyPath(expression)} is not true or false; compare it with a value`);
  }
}

function comparison({ left, operator, right }: Comparison): SQL {
  if (left.kind === 'property' && isLiteral(right)) return compared(left, OPERATORS[operator], right, operator);
  if (isLiteral(left) && right.kind === 'property')
    return compared(right, OPERATORS[MIRRORED[operator]], left, operator);
  const [call, other] = left.kind === 'function' ? [left, right] : [right, left];
  if (call.kind === 'function' && other.kind === 'boolean') {
    const wanted = operator === 'eq' ? other.value : !other.value;
    if (operator === 'eq' || operator === 'ne') return sql`(${textFunction(call)}) = ${wanted}::boolean`;
  }
  return refuse(left, 'compare a member of the job with a constant');
}

const MIRRORED: Readonly<Record<Comparison['operator'], Comparison['operator']>> = {
  eq: 'eq',
  ne: 'ne',
  gt: 'lt',
  ge: 'le',
  lt: 'gt',
  le: 'ge',
};

function compared(path: PropertyPath, operator: SQL, literal: Literal, name: Comparison['operator']): SQL {
  const field = fieldAt(path, '$filter');
  if (literal.kind !== 'null') {
    const value = valueOf(field, path, literal);
    // A member without a value differs from every value (OData 4.01 part 2, section 5.1.1.1.2).
    if (name === 'ne' && field.nullable) return sql`${field.column} is distinct from ${value}`;
    return sql`${field.column} ${operator} ${value}`;
  }
  if (name === 'eq') return sql`${field.column} is null`;
  if (name === 'ne') return sql`${field.column} is not null`;
  return refuse(literal, 'null can only be compared by eq and ne');
}

function membership({ property, values }: Membership): SQL {
  const field = fieldAt(property, '$filter');
  const parameters = values.map((literal) => valueOf(field, property, literal));
  return sql`${field.column} in (${sql.join(parameters, sql`, `)})`;
}

function textFunction({ name, property, argument }: FunctionCall): SQL {
  const field = fieldAt(property, '$filter');
  if (field.type !== 'string') refuse(property, `${name} needs a text, ${printPropertyPath(property)} is none`);
  switch (name) {
    case 'startswith':
      return sql`starts_with(${field.column}, ${argument.value})`;
    case 'endswith':
      return sql`right(${field.column}, ${[...argument.value].length}) = ${argument.value}`;
    case 'contains':
      return sql`strpos(${field.column}, ${argument.value}) > 0`;
  }
}

function valueOf(field: JobField, path: PropertyPath, literal: Literal): SQL {
  const name = printPropertyPath(path);
  switch (field.type) {
    case 'string':
      if (literal.kind === 'string') return sql`${literal.value}`;
      return refuse(literal, `${name} is compared with a text in single quotes`);
    case 'guid': {
      const text = literal.kind === 'guid' || literal.kind === 'string' ? literal.value : '';
      if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) return sql`${text}::uuid`;
      return refuse(literal, `${name} is compared with a GUID`);
    }
    case 'dateTimeOffset': {
      const text =
        literal.kind === 'date'
          ? `${literal.value}T00:00:00Z`
          : literal.kind === 'dateTimeOffset'
            ? literal.value
            : null;
      if (text !== null) return sql`${momentOf(literal, name, text).toISOString()}::timestamptz`;
      return refuse(literal, `${name} is compared with a date and time with a zone, without quotes`);
    }
    case 'enum': {
      const given = literal.kind === 'string' || literal.kind === 'enum' ? literal.value.toLowerCase() : null;
      const word = field.words?.find((candidate) => candidate.toLowerCase() === given);
      if (word !== undefined) return sql`${word}`;
      return refuse(literal, `${name} is compared with one of ${field.words?.join(', ') ?? ''} in single quotes`);
    }
  }
}

/** An offset can carry a moment out of the years that the database and ISO 8601 write in four digits. */
function momentOf(literal: Literal, name: string, text: string): Date {
  const moment = new Date(text);
  const year = moment.getUTCFullYear();
  return year >= 1 && year <= 9_999
    ? moment
    : refuse(literal, `${name} is compared with a moment of the years 1 to 9999`);
}

/** The member of a path; refuses one that jobs do not have. */
export function fieldAt(path: PropertyPath, option: '$filter' | '$orderby'): JobField {
  const field = JOB_FIELDS.get(path.segments.join('/').toLowerCase());
  if (field) return field;
  const name = printPropertyPath(path);
  const problem = `'${name}' is not a member of a job that ${option} can use`;
  throw new ODataQueryError(
    'unsupportedPath',
    option,
    path.position,
    `Invalid ${option} at position ${path.position}: ${problem}.`,
  );
}

function isLiteral(operand: Operand): operand is Literal {
  return operand.kind !== 'property' && operand.kind !== 'function';
}

function refuse({ position }: { position: number }, problem: string): never {
  throw new ODataQueryError(
    'invalidLiteral',
    '$filter',
    position,
    `Invalid $filter at position ${position}: ${problem}.`,
  );
}
