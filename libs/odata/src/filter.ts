import type { ComparisonOperator, FilterExpression, Literal, Operand } from './ast';
import { readLiteral, readMembership, readPropertyOrCall } from './filter-operand';
import { MAX_NESTING_DEPTH } from './option-text';
import { TokenCursor } from './token-cursor';

/** A condition or a value: what a parenthesis may hold before it is known which of them is needed. */
type Term = FilterExpression | Operand;

const COMPARISON_OPERATORS: Readonly<Record<ComparisonOperator, true>> = {
  eq: true,
  ne: true,
  gt: true,
  ge: true,
  lt: true,
  le: true,
};
const UNSUPPORTED_OPERATORS: ReadonlySet<string> = new Set(['has', 'add', 'sub', 'mul', 'div', 'divby', 'mod']);

/**
 * Parses the decoded value of `$filter` into a tree. Precedence, the tightest first: parentheses, calls and `in`; `not`;
 * comparison; `and`; `or` (OData 4.01 part 2, section 5.1.1.17). Operators and functions are read in any case.
 * Throws `ODataQueryError`.
 */
export function parseFilter(text: string): FilterExpression {
  const cursor = new TokenCursor('$filter', text);
  const condition = asCondition(cursor, readTerm(cursor, 0));
  if (cursor.next.kind === 'end') return condition;
  if (cursor.isAt(')')) throw cursor.error('unexpectedToken', "this ')' closes nothing");
  throw cursor.unexpected(condition.kind === 'property' ? "an operator such as 'eq'" : "'and', 'or' or the end");
}

/** `depth` counts the parentheses and negations around the term. */
function readTerm(cursor: TokenCursor, depth: number): Term {
  return readJoined(cursor, 'or', () => readJoined(cursor, 'and', () => readComparison(cursor, depth)));
}

function readJoined(cursor: TokenCursor, kind: 'and' | 'or', readOperand: () => Term): Term {
  const position = cursor.next.position;
  const first = readOperand();
  if (cursor.keyword() !== kind) return first;

  const left = asCondition(cursor, first);
  cursor.take();
  const right = asCondition(cursor, readOperand());
  const others: FilterExpression[] = [];
  while (cursor.keyword() === kind) {
    cursor.take();
    others.push(asCondition(cursor, readOperand()));
  }
  return { kind, operands: [left, right, ...others], position };
}

function readComparison(cursor: TokenCursor, depth: number): Term {
  const position = cursor.next.position;
  const left = readUnary(cursor, depth);
  const operator = cursor.keyword();
  if (operator === undefined || !isComparisonOperator(operator)) return left;

  const leftOperand = asOperand(cursor, left);
  cursor.take();
  const right = asOperand(cursor, readUnary(cursor, depth));
  return { kind: 'comparison', operator, left: leftOperand, right, position };
}

function readUnary(cursor: TokenCursor, depth: number): Term {
  if (cursor.keyword() === 'not') {
    checkDepth(cursor, depth + 1);
    const { position } = cursor.take();
    return { kind: 'not', operand: asCondition(cursor, readUnary(cursor, depth + 1)), position };
  }
  const primary = cursor.isAt('(') ? readParenthesis(cursor, depth) : readLeaf(cursor);
  const word = cursor.keyword();
  if (word !== undefined && UNSUPPORTED_OPERATORS.has(word)) {
    throw cursor.error('unsupportedOperator', `the operator '${word}' is not supported`);
  }
  return word === 'in' && primary.kind === 'property' ? readMembership(cursor, primary) : primary;
}

function readParenthesis(cursor: TokenCursor, depth: number): Term {
  checkDepth(cursor, depth + 1);
  cursor.take();
  const inner = readTerm(cursor, depth + 1);
  if (!cursor.skip(')')) throw cursor.unexpected("'and', 'or' or ')'");
  return inner;
}

function readLeaf(cursor: TokenCursor): Operand {
  return readLiteral(cursor) ?? readPropertyOrCall(cursor);
}

function checkDepth(cursor: TokenCursor, depth: number): void {
  if (depth > MAX_NESTING_DEPTH) {
    throw cursor.error('tooDeep', `parentheses and 'not' are nested deeper than ${MAX_NESTING_DEPTH} levels`);
  }
}

function isComparisonOperator(word: string): word is ComparisonOperator {
  return Object.hasOwn(COMPARISON_OPERATORS, word);
}

function asCondition(cursor: TokenCursor, term: Term): FilterExpression {
  if (!isLiteral(term) || term.kind === 'boolean') return term;
  throw cursor.error('notACondition', 'this value is not compared with anything', term.position);
}

function asOperand(cursor: TokenCursor, term: Term): Operand {
  if (isLiteral(term) || term.kind === 'property' || term.kind === 'function') return term;
  const problem =
    term.kind === 'not'
      ? "'not' binds tighter than a comparison; put the comparison in parentheses, not (...)"
      : 'a condition cannot be compared';
  throw cursor.error('parenthesesNeeded', problem, term.position);
}

function isLiteral(term: Term): term is Literal {
  switch (term.kind) {
    case 'string':
    case 'enum':
    case 'guid':
    case 'integer':
    case 'decimal':
    case 'boolean':
    case 'null':
    case 'date':
    case 'dateTimeOffset':
      return true;
    case 'or':
    case 'and':
    case 'not':
    case 'comparison':
    case 'in':
    case 'function':
    case 'property':
      return false;
  }
}
