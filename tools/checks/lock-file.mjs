/**
 * Names that package-lock.json promises and does not hold. `npm install` silently drops an optional package that the
 * registry lacked at that moment (the binary of a brand-new release for another system); every later `npm ci` then
 * stops, on that system only.
 *
 * @param {{ packages: Record<string, { optionalDependencies?: Record<string, string> }> }} lock
 * @returns {string[]} one sentence per missing entry
 */
export function missingOptionalPackages({ packages }) {
  return Object.entries(packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !resolvesFrom(path, name, packages))
      .map((name) => `package-lock.json lacks "${name}", an optional dependency of "${path || 'the workspace'}".`),
  );
}

/** Node's own search: beside the package, then outwards to the top level. */
function resolvesFrom(path, name, packages) {
  for (let folder = path; ; folder = outer(folder)) {
    if (`${folder && `${folder}/`}node_modules/${name}` in packages) return true;
    if (folder === '') return false;
  }
}

function outer(folder) {
  const end = folder.lastIndexOf('/node_modules/');
  return end === -1 ? '' : folder.slice(0, end);
}
