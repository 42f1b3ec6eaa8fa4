import { ItemOutcome, JobStatus, type PersonReport, type ReportHead, ServiceStatus, Workload } from '@ferry/contracts';
import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import { folderReport, personReport, reportHead, reportOf, serviceReport } from '../testing/sample-report';
import { pdfReport } from './pdf-report';

describe('A report as PDF', () => {
  async function bytesOf(head: ReportHead, people: readonly PersonReport[]): Promise<Uint8Array> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of pdfReport(reportOf(head, people))) chunks.push(chunk);
    return new Uint8Array(Buffer.concat(chunks));
  }
  async function pagesOf(people: readonly PersonReport[], head: Partial<ReportHead> = {}): Promise<string[]> {
    const document = await getDocumentProxy(await bytesOf(reportHead(head), people));
    return (await extractText(document)).text;
  }

  it('has title, numbers, people and page numbers that can be read', async () => {
    const [page = ''] = await pagesOf([personReport({ displayName: 'Zoë Šťastná' })], { displayName: 'Wave 1' });
    expect(page).toContain('Report of Wave 1');
    expect(page).toContain('From Contoso to Fabrikam. Status: completedWithErrors.');
    expect(page).toContain('Zoë Šťastná');
    expect(page).toMatch(/Exchange.*completed.*1,200/s);
    expect(page).toContain('Page 1');
    expect(page).toContain('End of the report. Number of pages: 1.');
  });

  it('says what it is to whoever lists files', async () => {
    const { info } = await getMeta(await getDocumentProxy(await bytesOf(reportHead({ displayName: 'Wave 1' }), [])));
    expect(info).toMatchObject({ Title: 'Report of Wave 1', Creator: 'Ferry' });
  });

  it.each(['Ωριάνα Παπαδοπούλου', 'Юлия Ёжикова', 'Łukasz Żółć', 'Ğülşen Öz', 'Đặng Thị Hường'])(
    'has the letters of %s',
    async (displayName) => {
      expect((await pagesOf([personReport({ displayName })])).join(' ')).toContain(displayName);
    },
  );

  it('shows people whose letters it lacks by their mail address, and says so', async () => {
    const text = (await pagesOf([personReport({ displayName: '山田 太郎', mail: 'yamada@fabrikam.example' })])).join(
      ' ',
    );
    expect(text).toContain('yamada@fabrikam.example');
    expect(text).toContain('1 of the people have names with letters that this document cannot print.');
    expect(text).not.toContain('太郎');
  });

  it('tells the causes of failures with their remedies, that of most people first', async () => {
    const why = { code: 'ItemTooLarge', message: 'The item is too large.', items: 3 };
    const failed = serviceReport({
      status: ServiceStatus.Failed,
      errors: [{ code: 'MIGR-003', message: 'The mailbox cannot be reached.' }],
    });
    const skipping = serviceReport({
      folders: [folderReport({ reasons: [{ ...why, outcome: ItemOutcome.Skipped }] })],
    });
    const people = [
      personReport({ services: [failed] }),
      personReport({ services: [skipping] }),
      personReport({ services: [skipping] }),
    ];
    const text = (await pagesOf(people)).join(' ');
    expect(text).toMatch(/\(ItemTooLarge\): 2 people, 6 items.*What to do:.*\(MIGR-003\): 1 people/s);
  });

  it('repeats the head of the table on each page and numbers the pages', async () => {
    const people = Array.from({ length: 60 }, (_, index) => personReport({ displayName: `Person ${index}` }));
    const pages = await pagesOf(people);
    expect(pages.length).toBeGreaterThan(2);
    pages.forEach((page, index) => expect(page).toContain(`Page ${index + 1}`));
    for (const page of pages.slice(0, -1)) expect(page).toContain('Already there');
    expect(pages.join(' ')).toContain(`Number of pages: ${pages.length}.`);
  });

  it('stands texts of any length and signs that control', async () => {
    const text = (await pagesOf([personReport({ displayName: `${'x'.repeat(300)}\u0007\u202e` })])).join(' ');
    expect(text).toMatch(/x{10,}…/);
  });

  it('hands pages on while it is written, and reads nobody after the reader has gone', async () => {
    let read = 0;
    const source = {
      head: reportHead({ status: JobStatus.Completed }),
      async *people() {
        for (; read < 5_000; read++) yield personReport({ services: [serviceReport({ service: Workload.Teams })] });
      },
    };
    for await (const chunk of pdfReport(source)) if (chunk.length > 0) break;
    expect(read).toBeLessThan(500);
  });
});
