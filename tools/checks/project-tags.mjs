/**
 * What is wrong with the tags of a project. Without them the walls of tools/lint/boundaries.mjs do not apply to it.
 *
 * @param {string} file the project.json, for the sentence
 * @param {{ tags?: string[] }} project
 * @param {string[]} knownTags all tags that the walls name
 * @returns {string[]}
 */
export function wrongTags(file, project, knownTags) {
  const tags = project.tags ?? [];
  return ['type:', 'platform:'].flatMap((dimension) => {
    const found = tags.filter((tag) => tag.startsWith(dimension));
    if (found.length !== 1) return [`${file} needs exactly one "${dimension}" tag and has ${found.length}.`];
    return found
      .filter((tag) => !knownTags.includes(tag))
      .map((tag) => `${file} has the tag "${tag}", which no wall of tools/lint/boundaries.mjs knows.`);
  });
}
