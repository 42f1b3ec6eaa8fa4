import type { ExpandItem, FilterExpression, OrderByKey, SearchTerm, SelectItem } from './ast';
import { ODataQueryError, quote } from './errors';
import { parseExpand } from './expand';
import { parseFilter } from './filter';
import { parseOrderBy } from './orderby';
import { parseCount, parseSkip, parseSkipToken, parseTop } from './scalar-options';
import { parseSearch } from './search';
import { parseSelect } from './select';

interface OptionValues {
  filter: FilterExpression;
  orderby: readonly OrderByKey[];
  select: readonly SelectItem[];
  expand: readonly ExpandItem[];
  search: readonly SearchTerm[];
  top: number;
  skip: number;
  skiptoken: string;
  count: boolean;
}

/** Everything a client asked of a list, under the names of OData without the `$`. An option not given is absent. */
export type ListQuery = Readonly<Partial<OptionValues>>;

/** How `parseListQuery` reads names. */
export interface ListQueryOptions {
  /** Whether `filter` means `$filter`, as under Graph's /beta ("Use query parameters" page). Default: no. */
  readonly dollarOptional?: boolean;
}

type OptionName = keyof OptionValues;

const PARSERS: { readonly [Name in OptionName]: (text: string) => Pick<OptionValues, Name> } = {
  filter: (text) => ({ filter: parseFilter(text) }),
  orderby: (text) => ({ orderby: parseOrderBy(text) }),
  select: (text) => ({ select: parseSelect(text) }),
  expand: (text) => ({ expand: parseExpand(text) }),
  search: (text) => ({ search: parseSearch(text) }),
  top: (text) => ({ top: parseTop(text) }),
  skip: (text) => ({ skip: parseSkip(text) }),
  skiptoken: (text) => ({ skiptoken: parseSkipToken(text) }),
  count: (text) => ({ count: parseCount(text) }),
};

const UNSUPPORTED: ReadonlySet<string> = new Set([
  'format',
  'apply',
  'compute',
  'deltatoken',
  'id',
  'index',
  'levels',
  'schemaversion',
]);

/**
 * Reads all query options of a list. `params` are decoded pairs of name and value, such as a `URLSearchParams`; names
 * are read in any case (OData 4.01 part 2, section 5). Every name that is not an option is refused: an option that
 * is ignored answers another question than the client asked. Parameters of the service's own must be taken out before.
 * Throws `ODataQueryError`, for the first pair that is wrong.
 */
export function parseListQuery(
  params: Iterable<readonly [name: string, value: string]>,
  options: ListQueryOptions = {},
): ListQuery {
  const query: Partial<OptionValues> = {};
  for (const [written, value] of params) {
    const name = readName(written, options.dollarOptional ?? false);
    if (query[name] !== undefined) {
      throw new ODataQueryError('duplicatedOption', `$${name}`, 0, `$${name} is given more than once.`);
    }
    Object.assign(query, PARSERS[name](value));
  }
  return query;
}

function readName(written: string, dollarOptional: boolean): OptionName {
  const hasDollar = written.startsWith('$');
  const name = (hasDollar ? written.slice(1) : written).toLowerCase();
  if (hasDollar || dollarOptional) {
    if (isOptionName(name)) return name;
    if (UNSUPPORTED.has(name)) {
      throw new ODataQueryError('unsupportedOption', `$${name}`, 0, `The query option $${name} is not supported.`);
    }
  }
  const hint = !hasDollar && isOptionName(name) ? ` Write $${name}.` : '';
  throw new ODataQueryError('unknownOption', written, 0, `There is no query option ${quote(written)}.${hint}`);
}

function isOptionName(name: string): name is OptionName {
  return Object.hasOwn(PARSERS, name);
}
