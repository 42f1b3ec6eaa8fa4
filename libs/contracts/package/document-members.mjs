import { pathToFileURL } from 'node:url';

const CLASS = /^export declare (?:abstract )?class (\w+)/;
const MEMBER = /^ {4}(?=['\w])'?([^'?:(]+)'?\??: /;

/**
 * Writes the words of `@Describe` above the members of the emitted classes, where an editor shows them: decorators do not
 * reach the types. They go on the line of the member, so that the lines of the map stay true.
 *
 * @param {string} types text of a `.d.ts` file
 * @param {string} modulePath the module that the types are of
 * @param {(type: Function, member: string) => string | undefined} descriptionOf that of the package
 * @returns {Promise<string>}
 * @throws when a member has no words
 */
export async function documentMembers(types, modulePath, descriptionOf) {
  if (!types.includes('declare class')) return types;
  const exported = await import(pathToFileURL(modulePath).href);
  let type;
  const lines = types.split('\n').map((line) => {
    if (line === '}') type = undefined;
    type = exported[CLASS.exec(line)?.[1]] ?? type;
    const member = MEMBER.exec(line)?.[1];
    if (type === undefined || member === undefined) return line;
    const words = descriptionOf(type, member);
    if (words === undefined) throw new Error(`${type.name}.${member} has no @Describe.`);
    return `    /** ${words.replaceAll('*/', '*\\/')} */ ${line.trimStart()}`;
  });
  return lines.join('\n');
}
