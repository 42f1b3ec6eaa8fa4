/** The words of the page of a job. */
export const JOB_DETAIL_TEXTS = {
  jobs: 'Jobs',
  report: 'Report',
  refused: 'The service refused',
  job: 'Job',
  unreadable: 'The job cannot be read',
  noSuchJob: 'No such job',
  gone: {
    heading: 'There is no such job',
    text: 'It was deleted, or it belongs to another tenant.',
    action: 'Go to jobs',
  },
  lifecycle: 'Lifecycle',

  moveCutover: {
    heading: 'Move the cutover date',
    why: 'Nothing cuts over before this moment. Mailboxes go on syncing in the background until then.',
    label: 'Cutover not before',
    missing: 'Give a date and a time.',
    past: 'This moment lies in the past.',
    keep: 'Keep it',
    move: 'Move date',
  },

  decisions: {
    heading: 'Waits for a decision',
    approval: 'Approval',
    approvalOf: (creator: string) =>
      `${creator} created the job, so another administrator has to approve its migration.`,
    look: 'Look and decide',
    lookFor: (name: string) => `Look at what was left out for ${name}`,
  },

  skippedItems: {
    heading: (name: string) => `What ${name} would leave behind`,
    why: (name: string) =>
      'The target does not take these items. They stay at the source. When you accept that, everything else of ' +
      `${name} goes on; nobody asks again unless more is left out.`,
    unreadable: 'The items cannot be read',
    list: 'Items left out',
    where: 'Where',
    item: 'Item',
    reason: 'Why',
    first: (items: string) => `These are the first ${items}. The report has the numbers of all.`,
    later: 'Decide later',
    takeOut: 'Take out of the job',
    accept: 'Accept and go on',
  },

  failures: {
    heading: 'Failures by cause',
    each: 'What was found for each',
    fix: 'Fix:',
    who: (fixer: string) => `Who: ${fixer}`,
    evidence: (evidence: string) => `Evidence: ${evidence}`,
    leftOut: (names: string) => `${names}. The report says which workload.`,
    retryOne: 'Retry this person',
    retryMany: (people: string) => `Retry these ${people}`,
    more: (people: string) => `and ${people} more`,
  },

  people: {
    heading: 'People',
    show: 'Show',
    stuck: (workloads: string) => `Stuck ${workloads}`,
    withoutCode: ': show people without this error, too',
    searchLabel: 'Search people by name, address or id',
    search: 'Name or address',
    nobody: 'Nobody here. Choose another filter, or search for something else.',
    grid: 'People by workloads',
    person: 'Person',
    changed: 'Changed',
    actions: 'Actions',
    actionsFor: (name: string) => `Actions for ${name}`,
    unknown: 'Not in the directory',
    takeOut: 'Take out of the job',
  },

  events: {
    heading: 'Latest events',
    zone: 'UTC',
    earlier: 'Show earlier',
    none: 'Nothing has happened yet.',
  },
} as const;
