import type { ODataError, ODataErrorDetails } from '@ferry/contracts';
import type { CommandError } from '../command-error';
import { printable } from './printable';

/** An error for people: the code and the message, every fault on a line of its own, the request for the operator. */
export function errorLines(error: CommandError): string[] {
  return [
    `ferry: ${error.code}: ${printable(error.message)}`,
    ...error.details.map((detail) => printable(`  ${detailLine(error, detail)}`)),
    ...(error.requestId === null ? [] : [`  request-id: ${printable(error.requestId)}`]),
  ];
}

/** A refusal often has one detail, which only adds a finer code to the same words. */
function detailLine(error: CommandError, { target, code, message }: ODataErrorDetails): string {
  const subject = target ?? code;
  return message === error.message ? subject : `${subject}: ${message}`;
}

/** An error for scripts: the envelope of the contract, whoever found the fault. */
export function errorEnvelope({ code, message, details }: CommandError): ODataError {
  return { error: { code, message, ...(details.length === 0 ? {} : { details: [...details] }) } };
}
