/** What can be moved for a person. The contract has these words as strings, not as an enumeration (contract page 2.7). */
export enum Workload {
  /** The mailbox. */
  Exchange = 'Exchange',
  /** OneDrive files. */
  ODSP = 'ODSP',
  /** Chats. */
  Teams = 'Teams',
  /** Meetings of the calendar. */
  Meeting = 'Meeting',
}

/** Every workload, in the order in which `currentStatus` lists them and a job without `workloads` takes them. */
export const WORKLOADS: readonly Workload[] = [Workload.Exchange, Workload.ODSP, Workload.Teams, Workload.Meeting];
