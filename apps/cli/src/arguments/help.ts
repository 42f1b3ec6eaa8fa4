import type { Command } from '../command';
import { OPTION_RULES, type OptionRule } from './options';

/** What `ferry --help` prints. */
export function help(commands: readonly Command[]): string[] {
  const calls = commands.map((command) => [callOf(command), command.summary] as const);
  const rules: [string, OptionRule][] = Object.entries(OPTION_RULES);
  const options = rules.map(([name, rule]) => [optionOf(name, rule), summaryOf(rule)] as const);
  return [
    'Usage: ferry <command> [options]',
    '',
    'Commands:',
    ...inTwoColumns(calls),
    '',
    'Options:',
    ...inTwoColumns(options),
    '',
    'Ends with 0 when all went well, 1 when it was refused or failed, 2 when it was not understood.',
  ];
}

function callOf({ name, about, ownOptions }: Command): string {
  return [
    name,
    ...(about === 'job' ? ['<id-or-name>'] : []),
    ...(ownOptions.includes('file') ? ['-f <file>'] : []),
    ...(ownOptions.includes('all') ? ['[--all]'] : []),
    ...(ownOptions.includes('format') ? ['[--format csv|pdf --output <file>]'] : []),
  ].join(' ');
}

function optionOf(name: string, { type, short }: OptionRule): string {
  return `${short === undefined ? '' : `-${short}, `}--${name}${type === 'string' ? ' <value>' : ''}`;
}

function summaryOf({ summary, variable, fallback }: OptionRule): string {
  const source = variable === undefined ? '' : ` (or ${variable})`;
  return `${summary}${source}${fallback === undefined ? '' : `; ${fallback} without it`}`;
}

function inTwoColumns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
