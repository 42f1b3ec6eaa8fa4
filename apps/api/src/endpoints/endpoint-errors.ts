import { catalogueError } from '@ferry/domain';
import { ConflictError, NotFoundError } from '../graph/graph-http-error';

/** No such endpoint at the tenant (404). */
export class EndpointNotFoundError extends NotFoundError {
  constructor(name: string) {
    super(`The migration endpoint '${name}' does not exist. Check its name; letter case matters.`);
  }
}

/** An endpoint is in a state that does not allow it (409), with a code of the catalogue that says which. */
export class EndpointConflictError extends ConflictError {
  /** @param parameters of the sentence of the code */
  constructor(conflict: 'endpointRegistered' | 'endpointHasJobs', parameters: readonly string[]) {
    const { code, message } = catalogueError(conflict, parameters);
    super(message, { details: [{ code, message }] });
  }
}
