/** The environment cannot be used. Each problem is a sentence that names the variable, its value and what is allowed. */
export class ConfigError extends Error {
  readonly code = 'invalidConfiguration';

  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigError';
  }
}
