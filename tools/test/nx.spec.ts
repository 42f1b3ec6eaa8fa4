import { failedProjects } from './nx.mjs';

const summary = '\u001b[2mFailed tasks:\u001b[22m\n\n\u001b[2m-\u001b[22m domain:lint\n\n  Run duration: 3 s\n';

describe('failedProjects', () => {
  it('reads the projects from the list at the end, colours or not', () => {
    expect(failedProjects(`noise\n${summary}`, 'lint', ['contracts', 'domain'])).toEqual(new Set(['domain']));
  });

  it('counts every project when Nx failed before it ran a task', () => {
    expect(failedProjects('NX  Failed to process project graph.', 'lint', ['contracts', 'domain'])).toEqual(
      new Set(['contracts', 'domain']),
    );
  });
});
