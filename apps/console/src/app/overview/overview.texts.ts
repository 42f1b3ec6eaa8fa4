export const OVERVIEW_TEXTS = {
  heading: 'Overview',
  newJob: 'New job',
  unreadable: 'The overview cannot be read',
  refused: 'The service refused',
  loading: 'Reading what needs you',

  attention: 'Needs you now',
  nothing: 'Nothing needs you now',
  nothingHint: 'Failures, decisions, approvals and dates that come near will stand here.',
  fix: 'Fix:',
  who: 'Who:',
  allJobs: 'All jobs',

  running: 'Running',
  nothingRuns: 'Nothing runs',
  nothingRunsHint: 'A job that is validated or migrated is shown here with its rate.',
  job: 'Job',
  phase: 'Phase',
  people: 'People',
  peopleUnit: 'people',
  left: 'Left',
  waits: 'Waits for cutover',
  checked: 'checked',
  done: 'done',
  synced: 'synced',
  afterCutover: 'after cutover',

  cutovers: 'Next cutovers',
  noCutovers: 'No cutover in the next 14 days',
  calendar: 'Cutovers of the next 14 days',
  today: 'today',

  firstSteps: 'No jobs yet',
  firstStepsHint: 'A job moves people of another tenant into yours: their mail, files, chats and meetings.',
  firstJob: 'Create the first job',
  importPeople: 'Import people',
  sandboxHeading: 'Begin with the people of the sandbox',
  sandboxHint:
    'Made-up people with mail, files, chats and meetings wait at Contoso. At Fabrikam, 01 to 40 migrate cleanly, and 41 to ' +
    '50 each have a trouble of their own, the same one every time: so you can see how it is found and mended.',
  sandboxJob: 'Create a job with them',
  readOnlyHint: 'Somebody who may create jobs begins; then you see here what runs and what needs a person.',
} as const;
