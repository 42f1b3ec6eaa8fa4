/**
 * How the names of folders become paths and back. In a path `/` stands between folders and nowhere else:
 *
 * - a `/` within a name, which servers with another delimiter allow, is written `=2F`;
 * - what reads `=2F` in the name itself is written `=3D2F`, so that nothing is said twice.
 *
 * A name that has the delimiter of the target within it cannot exist there: the delimiter is written the same way in the
 * name of the mailbox (`Mr. Smith` becomes `Mr=2E Smith` where `.` is the delimiter), and read back.
 */

/** A mailbox name cut into folders, as they are called on the server, to the path of the container. */
export function pathOfNames(names: readonly string[], delimiter: string): string {
  return names.map((name) => (delimiter === '/' ? name : escape(unescape(name, delimiter), '/'))).join('/');
}

/** The path of a container to the folders of a mailbox name on a server with this delimiter. */
export function namesOfPath(path: string, delimiter: string): string[] {
  return path.split('/').map((name) => (delimiter === '/' ? name : escape(unescape(name, '/'), delimiter)));
}

function escape(name: string, character: string): string {
  const code = codeOf(character);
  return name.replace(new RegExp(`=((?:3D)*)${code}`, 'g'), `=3D$1${code}`).replaceAll(character, `=${code}`);
}

function unescape(name: string, character: string): string {
  const code = codeOf(character);
  return name.replace(new RegExp(`=((?:3D)*)${code}`, 'g'), (_whole, levels: string) =>
    levels === '' ? character : `=${levels.slice(2)}${code}`,
  );
}

function codeOf(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0');
}
