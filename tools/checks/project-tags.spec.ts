import { wrongTags } from './project-tags.mjs';

const known = ['type:domain', 'type:app', 'platform:any', 'platform:node'];

describe('wrongTags', () => {
  it('accepts one type and one platform', () => {
    expect(wrongTags('libs/domain/project.json', { tags: ['type:domain', 'platform:any'] }, known)).toEqual([]);
  });

  it('finds a project without tags, which no wall would hold', () => {
    expect(wrongTags('libs/new/project.json', {}, known)).toEqual([
      'libs/new/project.json needs exactly one "type:" tag and has 0.',
      'libs/new/project.json needs exactly one "platform:" tag and has 0.',
    ]);
  });

  it('finds two types, and a tag that no wall knows', () => {
    expect(wrongTags('libs/new/project.json', { tags: ['type:app', 'type:domain', 'platform:moon'] }, known)).toEqual([
      'libs/new/project.json needs exactly one "type:" tag and has 2.',
      'libs/new/project.json has the tag "platform:moon", which no wall of tools/lint/boundaries.mjs knows.',
    ]);
  });
});
