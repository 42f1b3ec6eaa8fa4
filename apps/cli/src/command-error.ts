import type { ODataErrorDetails } from '@ferry/contracts';
import { ExitCode } from './exit-code';

/** Why a command did not do what was asked; its subclasses say who is to blame. */
export abstract class CommandError extends Error {
  abstract readonly code: string;
  readonly exitCode: ExitCode = ExitCode.Failed;
  readonly details: readonly ODataErrorDetails[] = [];
  readonly requestId: string | null = null;
}

/** The command line cannot be understood. */
export class UsageError extends CommandError {
  override readonly name = 'UsageError';
  readonly code = 'usage';
  override readonly exitCode = ExitCode.Usage;
}

/** A file that the command line names cannot be read, or is not what it should be; or cannot be written. */
export class FileError extends CommandError {
  override readonly name = 'FileError';
  readonly code = 'unreadableFile';
}

/** A body breaks rules of the contract, and was not sent. */
export class InvalidBodyError extends CommandError {
  override readonly name = 'InvalidBodyError';
  readonly code = 'invalidBody';

  constructor(
    file: string,
    override readonly details: readonly ODataErrorDetails[],
  ) {
    const faults = details.length === 1 ? '1 fault' : `${details.length} faults`;
    super(`${file} has ${faults}; nothing was sent.`);
  }
}
