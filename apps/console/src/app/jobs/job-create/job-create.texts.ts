import type { JobStart } from '../data/job-draft/job-draft';
import type { CreationState } from '../data/job-draft/job-creation';
import type { FileFault } from '../data/job-draft/people-file';
import type { RowFault, RowFaultKind } from '../data/job-draft/judged-rows';
import type { RequestLanguage } from '../data/request-texts/planned-request';
import { formatCount, formatQuantity } from '../../format/numbers';
import type { JobCreateStep } from './job-create-step';

const people = (count: number) => formatQuantity(count, 'person', 'people');
const rows = (count: number) => formatQuantity(count, 'row', 'rows');
const jobs = (count: number) => formatQuantity(count, 'job', 'jobs');

/** A fault of a row: a few words, and what to do about it. */
interface RowFaultText {
  readonly title: (seen: string) => string;
  readonly remedy: string;
}

const ROW_FAULTS: Readonly<Record<RowFaultKind, RowFaultText>> = {
  tooLong: {
    title: () => 'More cells than there are columns',
    remedy: 'A delimiter within a name must stand between quotation marks. Check whom the row means.',
  },
  empty: { title: () => 'Names nobody', remedy: 'Write an address or an object id, or leave the row out.' },
  badId: {
    title: () => 'Not an object id and not an address',
    remedy: 'An object id has 32 hexadecimal digits, such as 22222222-0000-4000-8000-000000000001.',
  },
  badAddress: {
    title: () => 'Not a mail address',
    remedy: 'An address has one @ and no blanks, such as ann@fabrikam.example.',
  },
  unknown: {
    title: () => 'Nobody here is called that',
    remedy: 'Correct the spelling, or import the person with the source address first.',
  },
  ambiguous: {
    title: (seen) => `${formatCount(Number(seen))} people have this address`,
    remedy: 'Write the object id of the one who is meant.',
  },
  contradiction: {
    title: (seen) => `The address ${seen} is somebody else's`,
    remedy: 'Write only the id or only the address of the one who is meant.',
  },
  duplicate: {
    title: (seen) => `The same person as in line ${seen}`,
    remedy: 'Leave the row out, or write the person who is meant.',
  },
  inJob: {
    title: (seen) => `Already in the job ${seen}`,
    remedy: 'Take the person out of that job, or wait until it has ended. Kept, the person is checked again.',
  },
  unmapped: {
    title: () => 'Not in the identity map',
    remedy: 'Import the person with the source address. Kept, the person is checked again.',
  },
};

/** What the flow for new jobs says, in one place. */
export const JOB_CREATE_TEXTS = {
  title: 'New job',
  steps: {
    people: { label: 'Who', heading: 'Who moves' },
    content: { label: 'What', heading: 'What moves, and from where' },
    checks: { label: 'Checks', heading: 'Checks before anything is created' },
    plan: { label: 'When', heading: 'When, and in which jobs' },
    review: { label: 'Review', heading: 'Review and create' },
  } satisfies Record<JobCreateStep, { label: string; heading: string }>,
  stepsLabel: 'Steps',
  stepOf: (number: number, count: number) => `Step ${number} of ${count}`,
  stepHasFaults: 'has something to mend',
  stepDone: 'done',
  back: 'Back',
  next: (label: string) => `Next: ${label}`,
  allJobs: 'All jobs',
  readOnlyHeading: 'You may look at jobs, but not create any',
  readOnlyText:
    'Your account has the right to read only. Creating jobs needs CrossTenantContentMigration.ReadWrite.All, and a person ' +
    'also needs the role Migration Administrator. Ask an administrator of your tenant for it, then sign in again.',
  restored: (when: string) => `This is the draft of ${when}, kept by this browser.`,
  discard: 'Discard the draft',
  discardQuestion: {
    heading: 'Discard this draft?',
    text: 'What you have written is forgotten. Jobs that were created stay.',
    confirm: 'Discard',
    keep: 'Keep it',
  },
  notKept: 'The browser has no room for this draft: a reload would lose it.',
  summaryHeading: (count: number) => `${formatQuantity(count, 'thing', 'things')} to mend before you can go on`,
  fixed:
    'Some of these jobs exist, so people and content stay as they are. Finish in the review, or discard the draft.',
  counts: (count: number, count2: number) => `${people(count)} · ${jobs(count2)}`,

  people: {
    origins: { file: 'From a CSV file or a list', directory: 'From the directory' },
    originLabel: 'Where the people are from',
    drop: 'Drop a CSV file here, or',
    choose: 'Choose a file',
    template: 'Download a template',
    columns:
      'A column with mail addresses or object ids is enough. Titles such as mail, userPrincipalName, EmailAddress, ' +
      'sourceMail or id are understood, with commas, semicolons or tabs.',
    paste: 'Or paste a list',
    pasteHint: 'Rows of a sheet, addresses or object ids',
    read: 'Read the list',
    another: 'Read another list',
    pasted: 'Pasted list',
    fileTooBig: 'The file is larger than 10 MB, which no list of people is. Choose another one.',
    fileFault: (fault: FileFault): string => {
      switch (fault.kind) {
        case 'empty':
          return 'The list has no rows with people. Put one person on each line below the titles.';
        case 'noColumn':
          return `No column names people. The titles are: ${fault.titles.join(', ')}. Call one of them mail or id.`;
        case 'openQuote':
          return `A quotation mark in line ${fault.line} is never closed. Close it, or remove it.`;
        case 'tooLong':
          return `The list has ${formatCount(fault.rows)} rows, and 20,000 fit. Divide the file.`;
      }
    },
    ignored: (titles: string) => `Not looked at: ${titles}`,
    found: (count: number) => `${people(count)} found`,
    rowsRead: (count: number) => `${rows(count)} read`,
    openRows: (count: number) => `${rows(count)} at fault`,
    leftOutRows: (count: number) => `${rows(count)} left out`,
    checking: 'Looking everybody up …',
    lookUpFailed: 'The people could not be looked up',
    lookUpAgain: 'Look everybody up again',
    faultsHeading: 'Rows at fault',
    leaveOutAll: (count: number) => `Leave out all ${formatCount(count)}`,
    keepAll: 'Keep those who may stay',
    line: (line: number) => `Line ${line}`,
    mendLabel: (line: number) => `Id or address in line ${line}`,
    mend: 'Mend',
    leaveOut: 'Leave out',
    keep: 'Keep',
    undo: 'Undo',
    leftOut: 'Left out',
    kept: 'Kept',
    shown: 'What was read',
    columnLine: 'Line',
    columnPerson: 'Person',
    columnWritten: 'Written as',
    rowFault: ({ kind, seen }: RowFault) => ({ title: ROW_FAULTS[kind].title(seen), remedy: ROW_FAULTS[kind].remedy }),
    openFault: (count: number) => `Mend, keep or leave out ${rows(count)} at fault.`,
    waitForLookUp: 'Wait until everybody is looked up.',
  },

  directory: {
    search: 'Search people',
    searchHint: 'Part of a name, an address or a login',
    chosen: (count: number) => `${formatCount(count)} chosen`,
    unmapped: 'not in the identity map',
    more: 'Show more',
    all: 'Choose everybody found',
    none: 'Choose nobody',
    nobodyFound: 'Nobody is called that',
    nobodyFoundHint: 'Names, addresses and logins are searched. Try a part of one.',
    empty: 'There are no people yet',
    emptyHint: 'Import the people of your tenant first; the sandbox brings its own.',
    failed: 'The directory cannot be read',
    atSource: 'At the source',
  },

  content: {
    workloads: 'Workloads',
    failedMailbox: 'If the mailbox of a person fails, these go on all the same:',
    failedMailboxStops: 'This has nowhere to go then, and fails too:',
    order: 'Mail is copied before the cutover and cuts over first; the others follow in parallel.',
    source: 'Source tenant',
    choose: 'Choose …',
    endpoint: 'Migration endpoint',
    endpointHint: 'The way to the content of the source tenant.',
    noEndpoint: 'No endpoint leads to this tenant. Register one under Tenants.',
    domain: 'Target delivery domain',
    domainHint: 'Where mail for the migrated people is delivered afterwards.',
    failed: 'Tenants and endpoints cannot be read',
    noSource: 'No source tenant yet',
    noSourceHint: 'Register the tenant that content comes from, and an endpoint that leads to it.',
  },

  checks: {
    lead: 'The same checks as in a validation. Nothing is created or moved.',
    incomplete: 'Choose people and what moves first; then the checks run by themselves.',
    leftOut: 'left out',
    leaveOutAll: (count: number) => `Leave out ${people(count)}`,
    stay: (count: number) =>
      `${people(count)} with something found would be in the job. They are checked again when it is validated.`,
  },

  plan: {
    cutover: 'Cutover',
    atDate: 'Not before',
    asSoonAsSynced: 'As soon as synced',
    asSoonAsSyncedHint: 'The job is created with a moment two minutes ahead.',
    date: 'Cutover date',
    time: 'Cutover time',
    zone: 'Time zone',
    usual: 'Usual',
    all: 'All time zones',
    inUtc: 'UTC',
    here: 'Here',
    there: 'In the zone',
    twice: 'Clocks are set back over this time, so it comes twice. The first one is taken.',
    notComplete: 'Not complete',
    start: 'When the job is created',
    starts: {
      validate: { label: 'Validate first', hint: 'Checks everybody. Somebody starts the migration afterwards.' },
      migrate: { label: 'Migrate right away', hint: 'Checks everybody, and moves those who pass.' },
      none: { label: 'Only create', hint: 'The job waits until somebody validates it.' },
    } satisfies Record<JobStart, { label: string; hint: string }>,
    startOrder: ['validate', 'migrate', 'none'] satisfies JobStart[] as readonly JobStart[],
    names: 'Jobs',
    name: 'Name',
    nameHint: 'Unique in your tenant.',
    namePatternHint: 'Each job gets a number at the end, or where {n} stands.',
    perJob: 'People a job, at most',
    perJobHint: (most: number) => `A job has ${people(most)} at most.`,
    split: (count: number, count2: number) => `${people(count)} make ${jobs(count2)}.`,
    jobName: (number: number) => `Name of job ${number}`,
    size: people,
  },

  review: {
    who: 'Who',
    what: 'What',
    checks: 'Checks',
    when: 'When',
    jobs: 'Jobs',
    change: 'Change',
    notChecked: 'These people have not been checked. They are when the job is validated.',
    allReady: 'Nothing was found for these people.',
    someTroubled: (count: number) => `${people(count)} with something found are in the job.`,
    leftOut: (count: number) => `${people(count)} left out`,
    soon: 'As soon as synced',
    request: 'The exact requests',
    requestText: 'Requests as text',
    requestHint: (count: number) => `What the button sends: ${formatQuantity(count, 'request', 'requests')}.`,
    soonHint: (when: string) => `The date in it passes at ${when}.`,
    languages: {
      curl: 'curl',
      powershell: 'PowerShell',
      typescript: 'TypeScript',
    } satisfies Record<RequestLanguage, string>,
    language: 'Copy as',
    copy: 'Copy',
    copied: 'Copied',
    copyFailed: 'The browser does not allow copying. Select the text and copy it by hand.',
    create: (count: number) => (count === 1 ? 'Create job' : `Create ${formatCount(count)} jobs`),
    goOn: (count: number) => `Go on with ${jobs(count)}`,
    creating: 'Creating …',
    states: {
      waiting: 'Not asked for yet',
      asked: 'No answer: it may exist',
      created: 'Created',
      refused: 'Not created',
    } satisfies Record<CreationState, string>,
    partly: (done: number, all: number) => `${formatCount(done)} of ${jobs(all)} created`,
    partlyHint:
      'Mend what is said at the others, then go on: those that exist are not created again, also after a reload.',
    done: (count: number) => `${jobs(count)} created`,
    notCreated: 'Nothing was created',
    open: 'Open',
    another: 'Write another job',
    newName: (name: string) => `New name for ${name}`,
  },
} as const;
