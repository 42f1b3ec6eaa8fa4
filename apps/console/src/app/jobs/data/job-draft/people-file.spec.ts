import { decodeText } from './decode-text';
import { MOST_ROWS, PEOPLE_TEMPLATE, readPeopleFile } from './people-file';

const ID = '22222222-0000-4000-8000-000000000001';

const fileOf = (text: string) => {
  const reading = readPeopleFile(text, 'wave.csv');
  if ('fault' in reading) throw new Error(reading.fault.kind);
  return reading.file;
};
const peopleOf = (text: string) => fileOf(text).rows.map(({ line, person }) => `${line} ${person}`);

describe('readPeopleFile', () => {
  it('takes the object id, else the address at the target, else the one at the source', () => {
    const text = `Source Mail;User principal name;Object ID\na@src;;\nb@src;b@dst;\nc@src;c@dst;${ID}`;
    expect(peopleOf(text)).toEqual(['2 a@src', '3 b@dst', `4 ${ID}`]);
    expect(fileOf(text).rows.map(({ mail }) => mail)).toEqual([null, null, 'c@dst']);
  });

  it('says which columns it does not look at', () => {
    expect(fileOf('displayName,mail,Department\nAnn,a@b,HR').ignoredColumns).toEqual(['displayName', 'Department']);
  });

  it('reads the columns of an Exchange batch', () => {
    expect(peopleOf('EmailAddress\na@b')).toEqual(['2 a@b']);
  });

  it('needs no titles: one a line, or several separated', () => {
    expect(peopleOf(`a@b\n${ID}`)).toEqual(['1 a@b', `2 ${ID}`]);
    expect(peopleOf('a@b; c@d;\ne@f')).toEqual(['1 a@b', '1 c@d', '2 e@f']);
  });

  it('keeps a row that names nobody, to be shown as a fault', () => {
    expect(peopleOf('displayName,mail\nAnn,')).toEqual(['2 ']);
  });

  it('sees a row with more cells than titles', () => {
    const [short, long] = fileOf('mail,name\na@b,Ann\nc@d,Lee, Ann').rows;
    expect([short?.isTooLong, long?.isTooLong]).toEqual([false, true]);
    expect(fileOf('mail\na@b,,').rows[0]?.isTooLong).toBe(false);
  });

  it.each([
    ['', { kind: 'empty' }],
    ['mail\n', { kind: 'empty' }],
    ['name,department\nAnn,HR', { kind: 'noColumn', titles: ['name', 'department'] }],
    ['mail\n"a@b', { kind: 'openQuote', line: 2 }],
    [`mail\n${'a@b\n'.repeat(MOST_ROWS + 1)}`, { kind: 'tooLong', rows: MOST_ROWS + 1 }],
  ])('says what is wrong with a file as a whole', (text, fault) => {
    expect(readPeopleFile(text, null)).toEqual({ fault });
  });

  it('reads its own template', () => {
    expect(peopleOf(PEOPLE_TEMPLATE)).toHaveLength(2);
  });
});

describe('decodeText', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode('Noémie')],
    ['UTF-8 with a mark', new TextEncoder().encode('\uFEFFNoémie')],
    ['what Excel writes on Windows', Uint8Array.of(0x4e, 0x6f, 0xe9, 0x6d, 0x69, 0x65)],
    ['UTF-16', Uint8Array.of(0xff, 0xfe, ...[...'Noémie'].flatMap((char) => [char.charCodeAt(0), 0]))],
  ])('reads %s', (_name, bytes) => expect(decodeText(bytes)).toBe('Noémie'));
});
