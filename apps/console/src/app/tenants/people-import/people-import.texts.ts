import { formatCount, formatQuantity } from '../../format/numbers';

const rows = (count: number) => formatQuantity(count, 'row', 'rows');

/** The words of the import of people. */
export const PEOPLE_IMPORT_TEXTS = {
  crumbs: { tenants: 'Tenants', own: 'Your tenant', people: 'People' },
  title: 'Import people',
  lead:
    'From a CSV or JSON file with up to 100,000 people. First it is only checked: nothing is written until you say so. ' +
    'Importing a file again changes nothing.',
  notAllowed: {
    heading: 'You may only look',
    text: 'An import changes people. Ask somebody who may create and run jobs.',
  },
  ofSource: {
    heading: 'People are kept at your tenant',
    text: 'Import them there: each of them says who they are at the source.',
    open: 'Import at your tenant',
  },
  choose: {
    heading: 'Choose a file',
    drop: 'Drop a file here, or',
    button: 'Choose a file',
    template: 'CSV template',
    hint: 'CSV with commas, semicolons or tabs, in UTF-8, with the titles of its columns in the first line; or a JSON array.',
    unknownType: (name: string) => `${name} is no CSV or JSON file. Its name ends in .csv or .json.`,
    empty: (name: string) => `${name} is empty.`,
    another: 'Choose another file',
  },
  columns: {
    heading: 'Columns',
    explanation:
      'Only id is always needed, and displayName and mail for somebody who is new. An empty cell changes nothing.',
    list: [
      ['id', 'Object id here'],
      ['displayName, mail', 'Who it is here'],
      ['sourceMail, sourceId', 'Who it is at the source'],
      ['sourceLogin, sourcePassword', 'To sign in there'],
      ['targetLogin, targetPassword', 'To sign in here'],
      ['identityMapping', 'completed, pending or missing'],
      ['inScopeGroup, scopeGroup', 'Who may be migrated'],
      ['…Licence…, exchangePlan…', 'What is assigned, yes or no'],
    ],
  },
  checking: 'Checking the file …',
  importing: 'Importing …',
  failure: 'The file was not read',
  dryRunHeading: 'What would happen',
  resultHeading: 'What happened',
  incomplete: 'The file could not be read to its end. The last row says why; the rows before it count.',
  summaryDry: (created: number, changed: number) =>
    `${formatCount(created)} would be created and ${formatCount(changed)} changed. Nothing is written yet.`,
  summaryNothing: 'Nothing would change. There is nothing to import.',
  summaryDone: (created: number, changed: number, refused: number) =>
    `${formatCount(created)} created, ${formatCount(changed)} changed` +
    (refused > 0 ? `, ${rows(refused)} refused.` : '. No row was refused.'),
  import: (changes: number) => `Import ${formatQuantity(changes, 'person', 'people')}`,
  withoutRefused: (refused: number) => `${rows(refused)} at fault will be left out. Mend the file to take them along.`,
  openPeople: 'Show people',
  importAnother: 'Import another file',
  all: 'All rows',
  filters: 'Show rows',
  tableLabel: 'Rows of the file',
  line: 'Line',
  person: 'Object id',
  outcome: 'Outcome',
  fault: 'What is wrong',
  noId: '—',
  noRows: 'No row has this outcome.',
  saveFaults: 'Save the faults as CSV',
} as const;
