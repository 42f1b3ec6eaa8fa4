/** What the `resources` of a job are, and what a task is about. Only people can be migrated (contract page 2.7). */
export enum ResourceType {
  /** `resources` holds object ids of people in the target tenant. */
  Users = 'Users',
}
