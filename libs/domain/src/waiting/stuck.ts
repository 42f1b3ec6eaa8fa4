/** A workload that is to move, seen at one moment. Times in milliseconds. */
export interface MovingPeer {
  readonly id: number;
  /** Since when it has not come further. */
  readonly idleMs: number;
  /** The longest that it has taken from one step to the next so far. */
  readonly longestStepMs: number;
}

/** Nobody is stuck before this time, however quick the others are: a pause of the network is no news. */
const LEAST_MS = 60_000;
/** How many times as long as its peers one may take. */
const TIMES_PEERS = 3;
/** The share of the peers that is taken as the measure: one that is slow itself must not excuse the others. */
const MEASURE = 0.9;
/** With fewer peers than this there is nothing to compare with. */
const FEWEST_PEERS = 3;
/** What is bearable then. */
const ALONE_MS = 900_000;

/**
 * Which of some peers (one workload, one phase) have not come further for much longer than the others take: more than
 * three times the longest step of nine of ten, and more than a minute. What the others have waited until now counts as a
 * step too, so a pause of all of them, such as a long queue, makes none of them stuck.
 *
 * @param seenStepsMs the longest steps of workloads that were completed lately, which are peers as well
 */
export function stuckAmong(peers: readonly MovingPeer[], seenStepsMs: readonly number[]): ReadonlySet<number> {
  const measures = peers.map((peer) => ({ peer, stepMs: Math.max(peer.idleMs, peer.longestStepMs) }));
  const ascending = [...measures.map(({ stepMs }) => stepMs), ...seenStepsMs].sort((one, other) => one - other);
  const stuck = new Set<number>();
  for (const { peer, stepMs } of measures) {
    if (peer.idleMs > bearable(ascending, stepMs)) stuck.add(peer.id);
  }
  return stuck;
}

/** How long one may take whose own step is among the values: it is no peer of itself. */
function bearable(ascending: readonly number[], ownStepMs: number): number {
  const peers = ascending.length - 1;
  if (peers < FEWEST_PEERS) return ALONE_MS;
  const rank = Math.ceil(MEASURE * peers);
  const measure = ascending[ownStepMs > (ascending[rank - 1] ?? 0) ? rank - 1 : rank] ?? 0;
  return Math.max(LEAST_MS, TIMES_PEERS * measure);
}
