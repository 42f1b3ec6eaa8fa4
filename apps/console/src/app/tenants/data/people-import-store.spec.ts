import { TestBed } from '@angular/core/testing';
import { ImportOutcome, type PeopleImport } from '@ferry/contracts';
import { type ConsoleBackend, signedIn } from '../../../testing/console-backend';
import { FABRIKAM } from '../../../testing/jobs';
import { faultsFile } from './faults-file';
import { peopleFileType, PeopleImportStore } from './people-import-store';

const IMPORT = `/api/v1/tenants/${FABRIKAM}/people:import`;
const FILE = { name: 'people.csv', size: 3, type: 'text/csv', content: new Blob(['id\n']) } as const;
const ANSWER: PeopleImport = {
  dryRun: true,
  complete: true,
  totals: { rows: 3, created: 1, changed: 1, unchanged: 0, refused: 1 },
  rows: [
    {
      line: 2,
      id: '=cmd',
      outcome: ImportOutcome.Refused,
      faults: [{ column: 'mail', message: 'No "address", this.' }],
    },
  ],
};

describe('PeopleImportStore', () => {
  let backend: ConsoleBackend;
  let store: PeopleImportStore;

  beforeEach(async () => {
    sessionStorage.clear();
    backend = await signedIn([PeopleImportStore]);
    store = TestBed.inject(PeopleImportStore);
  });
  afterEach(() => backend.http.verify());

  const check = async () => {
    void store.choose(FABRIKAM, FILE);
    expect(store.busy()).toBe('checking');
    await backend.answer(`${IMPORT}?dryRun=true`, ANSWER);
  };

  it('checks a file as soon as it is chosen, and writes nothing', async () => {
    await check();
    expect([store.busy(), store.changes(), store.dryRun()?.totals.refused, store.result()]).toEqual([null, 2, 1, null]);
  });

  it('imports the file that was checked, in its own type', async () => {
    await check();
    void store.import(FABRIKAM);
    expect(store.busy()).toBe('importing');
    const sent = backend.http.expectOne(`${IMPORT}?dryRun=false`);
    expect([sent.request.body, sent.request.headers.get('content-type')]).toEqual([FILE.content, 'text/csv']);
    sent.flush({ ...ANSWER, dryRun: false });
  });

  it('keeps the dry run when the import fails, so that it can be tried again', async () => {
    await check();
    void store.import(FABRIKAM);
    await backend.answer(`${IMPORT}?dryRun=false`, { error: { code: 'busy', message: 'Later.' } }, 503);
    expect([store.error()?.message, store.result(), store.dryRun()]).toEqual(['Later.', null, ANSWER]);
  });

  it('says why a file cannot be read at all', async () => {
    void store.choose(FABRIKAM, FILE);
    const details = [{ code: 'unknownColumn', message: "There is no column 'colour'.", target: 'colour' }];
    await backend.answer(`${IMPORT}?dryRun=true`, { error: { code: 'x', message: 'No.', details } }, 400);
    expect([store.answer(), store.error()?.details[0]?.message]).toEqual([null, "There is no column 'colour'."]);
  });
});

describe('The type of a file of people', () => {
  it.each([
    ['people.csv', 'text/csv'],
    ['People.JSON', 'application/json'],
    ['people.xlsx', null],
  ])('of %s is %s', (name, type) => expect(peopleFileType(name)).toBe(type));
});

describe('The file of faults', () => {
  it('has a line for each fault, and no formula', async () => {
    const { name, content } = faultsFile(ANSWER.rows);
    const text = await new Promise((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve(reader.result);
      reader.readAsText(content);
    });
    expect(name).toBe('faults.csv');
    expect(text).toBe(`line,id,column,message\r\n2,'=cmd,mail,"No ""address"", this."\r\n`);
  });
});
