/** Every node knows where it began: UTF-16 code units from 0 in the decoded value of its option. */
interface Positioned {
  readonly position: number;
}

/** At least two of a kind. */
type AtLeastTwo<T> = readonly [T, T, ...T[]];

/** The name of a property or of a path to one: `exchangeSettings/sourceEndpoint` has two segments. Not looked up. */
export interface PropertyPath extends Positioned {
  readonly kind: 'property';
  readonly segments: readonly [string, ...string[]];
}

/** `'O''Brien'`, with the doubling undone. Graph also spells members of enumerations this way. */
export interface StringLiteral extends Positioned {
  readonly kind: 'string';
  readonly value: string;
}

/** `microsoft.graph.crossTenantMigrationJobStatus'completed'`: the qualified type and one member name or number. */
export interface EnumLiteral extends Positioned {
  readonly kind: 'enum';
  readonly typeName: string;
  readonly value: string;
}

/** An unquoted GUID, in lower case. */
export interface GuidLiteral extends Positioned {
  readonly kind: 'guid';
  readonly value: string;
}

/** A whole number that a JavaScript number holds exactly. */
export interface IntegerLiteral extends Positioned {
  readonly kind: 'integer';
  readonly value: number;
}

/** A number with a fraction or an exponent, as written, so that no digit is lost; finite as a double. */
export interface DecimalLiteral extends Positioned {
  readonly kind: 'decimal';
  readonly value: string;
}

/** `true` or `false`. */
export interface BooleanLiteral extends Positioned {
  readonly kind: 'boolean';
  readonly value: boolean;
}

/** `null`. */
export interface NullLiteral extends Positioned {
  readonly kind: 'null';
}

/** A day of the calendar, `2026-05-31`; the day exists. */
export interface DateLiteral extends Positioned {
  readonly kind: 'date';
  readonly value: string;
}

/** An instant with its offset, `2026-05-31T10:00:00.5+02:00`, upper case; the day and the time exist. */
export interface DateTimeOffsetLiteral extends Positioned {
  readonly kind: 'dateTimeOffset';
  readonly value: string;
}

/** A constant (OData 4.01 part 2, section 5.1.1.13). */
export type Literal =
  | StringLiteral
  | EnumLiteral
  | GuidLiteral
  | IntegerLiteral
  | DecimalLiteral
  | BooleanLiteral
  | NullLiteral
  | DateLiteral
  | DateTimeOffsetLiteral;

/** The string functions Graph documents for `$filter`. */
export type FunctionName = 'startswith' | 'endswith' | 'contains';

/** `contains(displayName,'wave')`: true or false. */
export interface FunctionCall extends Positioned {
  readonly kind: 'function';
  readonly name: FunctionName;
  readonly property: PropertyPath;
  readonly argument: StringLiteral;
}

/** The comparison operators of OData 4.01 part 2, section 5.1.1.1. */
export type ComparisonOperator = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le';

/** What may stand on a side of a comparison. */
export type Operand = PropertyPath | Literal | FunctionCall;

/** `status eq 'completed'`; either side may be the constant. */
export interface Comparison extends Positioned {
  readonly kind: 'comparison';
  readonly operator: ComparisonOperator;
  readonly left: Operand;
  readonly right: Operand;
}

/** `status in ('completed','failed')`. */
export interface Membership extends Positioned {
  readonly kind: 'in';
  readonly property: PropertyPath;
  readonly values: readonly [Literal, ...Literal[]];
}

/** `a and b and c` is one node of three; a conjunction written in parentheses stays a node of its own. */
export interface Conjunction extends Positioned {
  readonly kind: 'and';
  readonly operands: AtLeastTwo<FilterExpression>;
}

/** `a or b or c` is one node of three; a disjunction written in parentheses stays a node of its own. */
export interface Disjunction extends Positioned {
  readonly kind: 'or';
  readonly operands: AtLeastTwo<FilterExpression>;
}

/** `not a`. */
export interface Negation extends Positioned {
  readonly kind: 'not';
  readonly operand: FilterExpression;
}

/**
 * A condition: what a whole `$filter` is. A lone property is the condition that it is true. Nests at most
 * `MAX_NESTING_DEPTH` levels of parentheses and negations when it comes from `parseFilter`, so recursion over it is safe.
 */
export type FilterExpression =
  Disjunction | Conjunction | Negation | Comparison | Membership | FunctionCall | PropertyPath | BooleanLiteral;

/** One key of `$orderby`, the most significant first. */
export interface OrderByKey extends Positioned {
  readonly property: PropertyPath;
  readonly direction: 'asc' | 'desc';
}

/** `*` in `$select`: every property that is there by default. */
export interface SelectAll extends Positioned {
  readonly kind: 'all';
}

/** One item of `$select`; an item named twice is listed twice. */
export type SelectItem = PropertyPath | SelectAll;

/** One relationship of `$expand`, named once. */
export interface ExpandItem extends Positioned {
  readonly name: string;
}

/** One term of `$search`: a word, or the text of a quoted phrase. A resource matches when all its terms match. */
export interface SearchTerm extends Positioned {
  readonly kind: 'word' | 'phrase';
  readonly text: string;
}
