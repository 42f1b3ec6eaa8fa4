/** An address without one of its query parameters, for readers that refuse every parameter that they do not know. */
export function withoutParameter(url: string, name: string): string {
  const [path = '', query = ''] = url.split(/\?(.*)/s, 2);
  const kept = [...new URLSearchParams(query)].filter(([known]) => known !== name);
  return kept.length === 0 ? path : `${path}?${new URLSearchParams(kept).toString()}`;
}
