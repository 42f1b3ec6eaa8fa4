import { readmeExamples } from './readme-examples.mjs';

describe('readmeExamples', () => {
  it('finds the blocks that name a file', () => {
    const markdown = 'One:\n\n```ts one.ts\nlet a = `b`;\n\nlet c;\n```\n\nTwo:\n\n```js two.js\nd();\n```\n';
    expect(readmeExamples(markdown)).toEqual({ 'one.ts': 'let a = `b`;\n\nlet c;\n', 'two.js': 'd();\n' });
  });

  it('leaves out the other blocks', () => {
    expect(readmeExamples('```sh\nnpm start\n```\n\n```ts\nlet a;\n```\n')).toEqual({});
  });
});
