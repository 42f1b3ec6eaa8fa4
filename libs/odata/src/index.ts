export type {
  BooleanLiteral,
  Comparison,
  ComparisonOperator,
  Conjunction,
  DateLiteral,
  DateTimeOffsetLiteral,
  DecimalLiteral,
  Disjunction,
  EnumLiteral,
  ExpandItem,
  FilterExpression,
  FunctionCall,
  FunctionName,
  GuidLiteral,
  IntegerLiteral,
  Literal,
  Membership,
  Negation,
  NullLiteral,
  Operand,
  OrderByKey,
  PropertyPath,
  SearchTerm,
  SelectAll,
  SelectItem,
  StringLiteral,
} from './ast';
export type { ODataErrorCode } from './errors';
export { ODataQueryError } from './errors';
export { parseExpand } from './expand';
export { parseFilter } from './filter';
export type { ListQuery, ListQueryOptions } from './list-query';
export { parseListQuery } from './list-query';
export { MAX_NESTING_DEPTH, MAX_OPTION_LENGTH } from './option-text';
export { parseOrderBy } from './orderby';
export { printFilter } from './print-filter';
export { printPropertyPath } from './property-path';
export { parseSearch } from './search';
export { parseSelect } from './select';
