import { ErrorFamily, Workload, WORKLOADS } from '@ferry/contracts';

/** What the errors of one family have in common. */
export interface FamilyWords {
  readonly title: string;
  /** What they are about, and whose words they are. */
  readonly introduction: string;
  /** The workloads that they can stand at, unless an entry says otherwise. */
  readonly workloads: readonly Workload[];
  /** Where the codes come from. */
  readonly source: string;
}

const PUBLISHED = 'Resolve orchestrated migration errors (contract page 4.2)';

/** The families, in the order in which they are shown. */
export const ERROR_FAMILIES: Readonly<Record<ErrorFamily, FamilyWords>> = {
  [ErrorFamily.General]: {
    title: 'General',
    introduction: 'Identity map, authorization and batches, for any workload. Codes and texts were published.',
    workloads: WORKLOADS,
    source: PUBLISHED,
  },
  [ErrorFamily.Exchange]: {
    title: 'Mailboxes',
    introduction: 'Exchange. Codes and texts were published.',
    workloads: [Workload.Exchange],
    source: PUBLISHED,
  },
  [ErrorFamily.Teams]: {
    title: 'Chats',
    introduction: 'Teams. Codes and texts were published.',
    workloads: [Workload.Teams],
    source: PUBLISHED,
  },
  [ErrorFamily.Meetings]: {
    title: 'Meetings',
    introduction:
      'Teams meetings. Codes and texts were published; of a pair of codes with one text, the first is about the source ' +
      'tenant and the second about the target tenant.',
    workloads: [Workload.Meeting],
    source: PUBLISHED,
  },
  [ErrorFamily.OneDrive]: {
    title: 'Files',
    introduction: 'OneDrive. Codes and texts were published without any explanation; the explanations are ours.',
    workloads: [Workload.ODSP],
    source: 'Resolve orchestrated migration errors, OneDrive (contract page 4.3)',
  },
  [ErrorFamily.IdentityMapping]: {
    title: 'Identity mapping',
    introduction:
      'What identity mapping reports before a migration. The texts were published without codes; the codes are ours.',
    workloads: WORKLOADS,
    source: "Ferry's own codes for published texts (contract page 4.4)",
  },
  [ErrorFamily.Items]: {
    title: 'Items and stores',
    introduction: 'Single items, and the stores that hold them. No codes were published for these; they are ours.',
    workloads: WORKLOADS,
    source: "Ferry's own codes for items and stores",
  },
  [ErrorFamily.Requests]: {
    title: 'Refused requests',
    introduction:
      'Why the API refuses a call; the code stands in the details of the refusal. Published texts are kept to the ' +
      'letter; where no code was published, the code is ours.',
    workloads: [],
    source: 'Errors of API calls (contract page 1.4)',
  },
};
