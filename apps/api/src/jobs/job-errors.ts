import { catalogueError, type JobAction } from '@ferry/domain';
import { ConflictError, GraphHttpError, NotFoundError } from '../graph/graph-http-error';

/** No such job in the caller's tenant, whatever other tenants have (404). */
export class JobNotFoundError extends NotFoundError {
  constructor(key: string) {
    super(`The job '${key}' does not exist. Check the id or the display name.`);
  }
}

/** No such person in the job (404). */
export class TaskNotFoundError extends NotFoundError {
  constructor(personId: string) {
    super(`No task found for given id ${personId}. Use the object id of a person of the job.`);
  }
}

/** The job, or the person, is in a state that does not allow it (409). */
export class ActionRefusedError extends ConflictError {
  constructor(
    action: JobAction | 'cancelPerson' | 'addPerson' | 'acceptSkippedItems' | 'retry' | 'verify',
    code: string,
    message: string,
  ) {
    super(message, { target: action, details: [{ code, message }] });
  }
}

/** The caller is not one who may approve this job (403): its creator, or an application. */
export class ApprovalRefusedError extends GraphHttpError {
  constructor(code: string, message: string) {
    super(403, 'Forbidden', message, { target: 'approve', details: [{ code, message }] });
  }
}

/** The person cannot join a job twice (409). */
export class PersonAlreadyInJobError extends ConflictError {
  constructor(personId: string) {
    const { code, message } = catalogueError('personAlreadyInJob', [personId]);
    super(message, { target: 'id', details: [{ code, message, target: 'id' }] });
  }
}

/** No such person in the job that somebody was to be taken out of (404), in the published words (contract page 1.4). */
export class PersonNotInJobError extends NotFoundError {
  /** @param traceId the id of the request, under which the log has it */
  constructor(personId: string, traceId: string) {
    super(`Cancellation not possible as no task found for given id ${personId} TraceId: ${traceId}`);
  }
}

/** No such job to take somebody out of (404), in the published words (contract page 1.4). */
export class UserRequestNotFoundError extends NotFoundError {
  /** @param traceId the id of the request, under which the log has it */
  constructor(tenantId: string, key: string, traceId: string) {
    super(`UserRequest not found with ${tenantId}, ${key} TraceId: ${traceId}`);
  }
}
