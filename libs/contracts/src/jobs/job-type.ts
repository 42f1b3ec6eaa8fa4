/** `microsoft.graph.crossTenantMigrationJobType`: whether a job checks or moves (contract page 2.7). */
export enum JobType {
  /** Only checks run; nothing moves. */
  Validate = 'validate',
  /** Content is moved. */
  Migrate = 'migrate',
  /** Sentinel of an evolvable enumeration. */
  UnknownFutureValue = 'unknownFutureValue',
}
