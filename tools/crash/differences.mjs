const SHOWN = 12;
/** Enough of a value to recognise it; whole outcomes have tens of thousands of characters. */
const SHOWN_CHARACTERS = 300;

/**
 * What differs between the ends of two runs of the same journeys.
 *
 * @param {Record<string, any>} expected outcomes of the undisturbed run
 * @param {Record<string, any>} outcomes of the other; `name#2` is the journey `name` again
 * @returns {string[]}
 */
export function differencesOf(expected, outcomes) {
  const missing = Object.keys(expected).filter((journey) => !(journey in outcomes));
  const differences = Object.entries(outcomes).flatMap(([journey, outcome]) =>
    between(expected[journey.split('#')[0]], outcome, journey),
  );
  return [...missing.map((journey) => `${journey} did not come to its end`), ...differences.slice(0, SHOWN)];
}

function between(expected, actual, path) {
  if (isObject(expected) && isObject(actual)) {
    const keys = new Set([...Object.keys(expected), ...Object.keys(actual)]);
    return [...keys].flatMap((key) => between(expected[key], actual[key], `${path}.${key}`));
  }
  const [wanted, found] = [JSON.stringify(expected), JSON.stringify(actual)];
  return wanted === found ? [] : [`${path}: ${shown(found)}, undisturbed ${shown(wanted)}`];
}

const isObject = (value) => typeof value === 'object' && value !== null;

const shown = (json) => (json && json.length > SHOWN_CHARACTERS ? `${json.slice(0, SHOWN_CHARACTERS)}...` : json);
