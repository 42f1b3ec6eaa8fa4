/**
 * Actions of our own surface have addresses such as `people:import` (custom methods, https://google.aip.dev/136). The
 * router takes a colon behind a parameter for a part of its name, so they are routed by a segment of their own.
 */
const METHODS = 'test|import|summary|template|lookup';
const ADDRESS = new RegExp(`^(/?api/v1/.*[^/:])(?::|%3A)(${METHODS})$`, 'i');
const ROUTE = new RegExp(`^(/api/v1/.+)/(${METHODS})$`);

/** The route under which an address is registered: `people:import` becomes `people/import`. */
export function customMethodRoute(address: string): string {
  return address.replace(ADDRESS, '$1/$2');
}

/** The address of a route, for the API document. */
export function customMethodAddress(route: string): string {
  return route.replace(ROUTE, '$1:$2');
}
