import { ODataQueryError, printPropertyPath } from '@ferry/odata';
import type {
  Comparison,
  ComparisonOperator,
  FilterExpression,
  FunctionCall,
  Literal,
  Membership,
  Operand,
  PropertyPath,
} from '@ferry/odata';
import { type SQL, sql } from 'drizzle-orm';
import { liesBetween, literalValue, wordPlace } from './list-literal.sql';
import { fieldAt, type ListField, type ListFields } from './list-field.sql';

const OPERATORS: Readonly<Record<ComparisonOperator, SQL>> = {
  eq: sql`=`,
  ne: sql`<>`,
  gt: sql`>`,
  ge: sql`>=`,
  lt: sql`<`,
  le: sql`<=`,
};

const MIRRORED: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  eq: 'eq',
  ne: 'ne',
  gt: 'lt',
  ge: 'le',
  lt: 'gt',
  le: 'ge',
};

/**
 * A `$filter` over a list as a condition. Members come from the allow-list and values become parameters; what cannot be
 * translated is refused with the place in the text. Throws `ODataQueryError`.
 */
export function listFilter(expression: FilterExpression, fields: ListFields): SQL {
  const translate = (inner: FilterExpression): SQL => listFilter(inner, fields);
  switch (expression.kind) {
    case 'and':
      return sql`(${sql.join(expression.operands.map(translate), sql` and `)})`;
    case 'or':
      return sql`(${sql.join(expression.operands.map(translate), sql` or `)})`;
    case 'not':
      return sql`not coalesce(${translate(expression.operand)}, false)`;
    case 'comparison':
      return comparison(expression, fields);
    case 'in':
      return membership(expression, fields);
    case 'function':
      return textFunction(expression, fields);
    case 'boolean':
      return sql`${expression.value}::boolean`;
    case 'property':
      return refuse(expression, `${printPropertyPath(expression)} is not true or false; compare it with a value`);
  }
}

function comparison({ left, operator, right }: Comparison, fields: ListFields): SQL {
  if (left.kind === 'property' && isLiteral(right)) return compared(left, operator, right, fields);
  if (isLiteral(left) && right.kind === 'property') return compared(right, MIRRORED[operator], left, fields);
  const [call, other] = left.kind === 'function' ? [left, right] : [right, left];
  if (call.kind === 'function' && other.kind === 'boolean' && (operator === 'eq' || operator === 'ne')) {
    const wanted = operator === 'eq' ? other.value : !other.value;
    return sql`coalesce(${textFunction(call, fields)}, false) = ${wanted}::boolean`;
  }
  return refuse(left, 'compare a member with a constant');
}

function compared(path: PropertyPath, operator: ComparisonOperator, literal: Literal, fields: ListFields): SQL {
  const field = fieldAt(fields, path, '$filter');
  if (literal.kind === 'null') return comparedWithNull(field, operator, literal);
  const value = literalValue(field, path, literal);
  if (liesBetween(literal)) return comparedWithRoundedDown(field, operator, value);
  const isOrdering = operator !== 'eq' && operator !== 'ne';
  if (isOrdering && field.type === 'enum' && field.sortedBy) {
    // Words of an enumeration are compared by where they stand in it (contract page 5.5).
    return sql`${field.sortedBy.sql} ${OPERATORS[operator]} ${wordPlace(field, literal)}`;
  }
  // A member without a value differs from every value (OData 4.01 part 2, section 5.1.1.1.2).
  if (operator === 'ne' && field.nullable) return sql`${field.column} is distinct from ${value}`;
  if (operator === 'eq') return sql`${indexed(field, [literal])} = ${value}`;
  return sql`${field.column} ${OPERATORS[operator]} ${value}`;
}

/**
 * What a member is looked for by. The index of a text that may be absent is built on the empty one in its place, which is
 * the same thing as long as nobody looks for the empty text.
 */
function indexed({ column, nullable, sortedBy }: ListField, literals: readonly Literal[]): SQL {
  const looksForNothing = literals.some((literal) => literal.kind === 'string' && literal.value === '');
  return nullable && sortedBy && !looksForNothing ? sortedBy.sql : column;
}

/** A comparison with a moment that lies behind the value, before the next one that can be kept: nothing is equal to it. */
function comparedWithRoundedDown({ column }: ListField, operator: ComparisonOperator, value: SQL): SQL {
  switch (operator) {
    case 'eq':
      return sql`false`;
    case 'ne':
      return sql`true`;
    case 'gt':
    case 'ge':
      return sql`${column} > ${value}`;
    case 'lt':
    case 'le':
      return sql`${column} <= ${value}`;
  }
}

function comparedWithNull({ column }: ListField, operator: ComparisonOperator, literal: Literal): SQL {
  if (operator === 'eq') return sql`${column} is null`;
  if (operator === 'ne') return sql`${column} is not null`;
  return refuse(literal, 'null can only be compared by eq and ne');
}

function membership({ property, values }: Membership, fields: ListFields): SQL {
  const field = fieldAt(fields, property, '$filter');
  const parameters = values.flatMap((literal) =>
    literal.kind === 'null' || liesBetween(literal) ? [] : [literalValue(field, property, literal)],
  );
  const among = parameters.length > 0 ? [sql`${indexed(field, values)} in (${sql.join(parameters, sql`, `)})`] : [];
  const empty = values.some(({ kind }) => kind === 'null') ? [sql`${field.column} is null`] : [];
  return sql`(${sql.join([...among, ...empty, sql`false`], sql` or `)})`;
}

function textFunction({ name, property, argument }: FunctionCall, fields: ListFields): SQL {
  const field = fieldAt(fields, property, '$filter');
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

function isLiteral(operand: Operand): operand is Literal {
  return operand.kind !== 'property' && operand.kind !== 'function';
}

function refuse({ position }: { position: number }, problem: string): never {
  const message = `Invalid $filter at position ${position}: ${problem}.`;
  throw new ODataQueryError('invalidLiteral', '$filter', position, message);
}
