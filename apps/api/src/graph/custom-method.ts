/**
 * Actions of our own surface have addresses such as `people:import` (custom methods, https://google.aip.dev/136). The
 * router takes a colon behind a parameter for a part of its name, so they are routed by a segment of their own.
 */
<<<<<<< HEAD
const ADDRESS = /^(\/?api\/v1\/.*[^/:])(?::|%3A)(test|import|summary|template)$/i;
const ROUTE = /^(\/api\/v1\/.+)\/(test|import|summary|template)$/;
=======
const ADDRESS = /^(\/?api\/v1\/.*[^/:])(?::|%3A)(test|import|template|lookup)$/i;
const ROUTE = /^(\/api\/v1\/.+)\/(test|import|template|lookup)$/;
>>>>>>> console-wizard

/** The route under which an address is registered: `people:import` becomes `people/import`. */
export function customMethodRoute(address: string): string {
  return address.replace(ADDRESS, '$1/$2');
}

/** The address of a route, for the API document. */
export function customMethodAddress(route: string): string {
  return route.replace(ROUTE, '$1:$2');
}
