import type { ApprovalBar } from './data/approval-bar';

export const APPROVAL_TEXTS = {
  heading: 'Approvals',
  migrations: 'Migrations',
  holds: 'Left-out items',
  unreadable: 'What waits for a decision cannot be read',
  refused: 'It was not decided',
  noMigration: 'No migration waits for approval',
  noMigrationHint:
    'Where FERRY_REQUIRE_APPROVAL is on, a migration begins only after another administrator than its creator has approved it here.',
  noHold: 'Nobody is on hold',
  noHoldHint:
    'When more items of a person are left out than a job allows, the person waits here until somebody decides.',
  people: 'People',
  workloads: 'Workloads',
  cutover: 'Cutover not before',
  endpoint: 'Source endpoint',
  proposed: 'Proposed',
  createdBy: 'Created by',
  approve: 'Approve migration',
  ofJob: (job: string) => `of ${job}`,
  reject: 'Cancel job',
  showNames: 'Show who',
  hideNames: 'Hide who',
  decide: 'Look and decide',
  inJob: 'in',
  lookAt: (name: string) => `Look at what was left out for ${name}`,
  dash: '—',
} as const;

export const BAR_TEXTS: Readonly<Record<Exclude<ApprovalBar, null>, string>> = {
  own: 'You created this job, so another administrator has to approve it.',
  reader: 'You may only look. An administrator other than the creator has to approve it.',
};
