/** One element of an `Accept` header. */
export interface MediaRange {
  /** Lower-cased, such as `application/json` or `text/*`. */
  readonly type: string;
  /** Parameters but `q`, lower-cased, in their order. */
  readonly parameters: ReadonlyMap<string, string>;
}

const ELEMENT = /(?:[^,"]|"(?:[^"\\]|\\.)*")+/g;
const PARAMETER = /;\s*([^\s;=]+)\s*=\s*("(?:[^"\\]|\\.)*"|[^\s;]*)/g;
const ANYTHING: MediaRange = { type: '*/*', parameters: new Map() };

/**
 * What a client accepts, best first: by its weights, then in the order written. What has the weight 0 is left out; no
 * header accepts anything (RFC 9110, section 12.5.1).
 */
export function mediaRangesOf(header: string | undefined): readonly MediaRange[] {
  if (header === undefined || header.trim() === '') return [ANYTHING];
  const ranges = (header.match(ELEMENT) ?? []).map(readRange).filter(({ weight }) => weight > 0);
  return ranges.sort((one, other) => other.weight - one.weight).map(({ range }) => range);
}

/** Whether a range covers a media type. */
export function covers({ type }: MediaRange, mediaType: string): boolean {
  const [main] = mediaType.split('/', 1);
  return type === '*/*' || type === `${main}/*` || type === mediaType;
}

function readRange(element: string): { range: MediaRange; weight: number } {
  const [type = ''] = element.split(';', 1);
  const parameters = new Map<string, string>();
  for (const [, name = '', value = ''] of element.matchAll(PARAMETER)) {
    parameters.set(name.toLowerCase(), value.replace(/^"|"$/g, '').toLowerCase());
  }
  const q = Number(parameters.get('q') ?? 1);
  parameters.delete('q');
  return { range: { type: type.trim().toLowerCase(), parameters }, weight: Number.isFinite(q) ? q : 0 };
}
