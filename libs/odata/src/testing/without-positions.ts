/** A copy of a tree without its positions, to compare trees of texts that are spaced differently. */
export function withoutPositions(tree: unknown): unknown {
  return JSON.parse(JSON.stringify(tree, (key, value: unknown) => (key === 'position' ? undefined : value)));
}
