import type { FilterExpression, Literal, Operand } from './ast';
import { printPropertyPath } from './property-path';

/**
 * Writes a tree as the text of `$filter`, not percent-encoded, with no more parentheses than its meaning needs. Parsing
 * the text gives the tree back, positions aside, provided that no lone property is called `not`, `true`, `false` or
 * `null`. For `@odata.nextLink` and logs.
 */
export function printFilter(tree: FilterExpression): string {
  switch (tree.kind) {
    case 'or':
      return tree.operands.map((operand) => printInside(operand, operand.kind === 'or')).join(' or ');
    case 'and':
      return tree.operands
        .map((operand) => printInside(operand, operand.kind === 'or' || operand.kind === 'and'))
        .join(' and ');
    case 'not':
      return `not ${printInside(tree.operand, bindsLooserThanNot(tree.operand))}`;
    case 'comparison':
      return `${printOperand(tree.left)} ${tree.operator} ${printOperand(tree.right)}`;
    case 'in':
      return `${printPropertyPath(tree.property)} in (${tree.values.map(printLiteral).join(',')})`;
    case 'function':
    case 'property':
    case 'boolean':
      return printOperand(tree);
  }
}

function printInside(tree: FilterExpression, inParentheses: boolean): string {
  return inParentheses ? `(${printFilter(tree)})` : printFilter(tree);
}

function bindsLooserThanNot(tree: FilterExpression): boolean {
  return tree.kind === 'or' || tree.kind === 'and' || tree.kind === 'comparison';
}

function printOperand(operand: Operand): string {
  switch (operand.kind) {
    case 'property':
      return printPropertyPath(operand);
    case 'function':
      return `${operand.name}(${printPropertyPath(operand.property)},${printLiteral(operand.argument)})`;
    case 'string':
    case 'enum':
    case 'guid':
    case 'integer':
    case 'decimal':
    case 'boolean':
    case 'null':
    case 'date':
    case 'dateTimeOffset':
      return printLiteral(operand);
  }
}

function printLiteral(literal: Literal): string {
  switch (literal.kind) {
    case 'string':
      return `'${literal.value.replaceAll("'", "''")}'`;
    case 'enum':
      return `${literal.typeName}'${literal.value}'`;
    case 'null':
      return 'null';
    case 'guid':
    case 'integer':
    case 'decimal':
    case 'boolean':
    case 'date':
    case 'dateTimeOffset':
      return String(literal.value);
  }
}
