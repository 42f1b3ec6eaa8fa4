import { SECTIONS } from '../checks/sections';
import { OPTION_RULES, type OptionRule } from './option-rules';

/** The lines of `--help`. */
export function help(): string[] {
  const rules: [string, OptionRule][] = Object.entries(OPTION_RULES);
  const rows = rules.map(
    ([name, rule]) => [`--${name}${rule.value ? ` ${rule.value}` : ''}`, meaningOf(rule)] as const,
  );
  const width = Math.max(...rows.map(([left]) => left.length));
  return [
    'Judges a server that speaks the crossTenantMigrationJob contract.',
    '',
    'Usage: npm run conformance -- [options]',
    '',
    ...rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`),
    '',
    `Sections: ${Object.keys(SECTIONS).join(', ')}.`,
    'Without tokens and data it asks the sandbox of Ferry for both.',
    'Ends with 0 when every check passed, 1 when one failed, 2 when it was not understood.',
  ];
}

function meaningOf({ summary, variable, fallback }: OptionRule): string {
  const source = variable === undefined ? '' : ` (or ${variable})`;
  return `${summary}${source}${fallback === undefined ? '' : `; ${fallback} without it`}`;
}
