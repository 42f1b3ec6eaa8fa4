import type { ODataError } from '@ferry/contracts';
import type { CommandError } from '../command-error';
import { printable } from './printable';

/** An error for people: the code and the message, every fault on a line of its own, the request for the operator. */
export function errorLines(error: CommandError): string[] {
  return [
    `ferry: ${error.code}: ${printable(error.message)}`,
    ...error.details.map(({ target, code, message }) => `  ${printable(target ?? code)}: ${printable(message)}`),
    ...(error.requestId === null ? [] : [`  request-id: ${printable(error.requestId)}`]),
  ];
}

/** An error for scripts: the envelope of the contract, whoever found the fault. */
export function errorEnvelope({ code, message, details }: CommandError): ODataError {
  return { error: { code, message, ...(details.length === 0 ? {} : { details: [...details] }) } };
}
