import type { CreateJobBody } from '../job-draft/create-job-body';

/** The requests of one job: its creation, and then perhaps its validation. */
export interface PlannedRequest {
  readonly body: CreateJobBody;
  readonly validates: boolean;
}

/** Where the requests go, and where a token for them is from. */
export interface RequestTarget {
  /** Scheme, host and port, without a slash at the end. */
  readonly origin: string;
  readonly tenantId: string;
  /** Whether the sandbox's own application can be used to get a token. */
  readonly isSandbox: boolean;
}

/** The languages that requests can be copied in. */
export type RequestLanguage = 'curl' | 'powershell' | 'typescript';
