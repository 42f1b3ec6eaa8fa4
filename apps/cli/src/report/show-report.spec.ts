import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runFerry } from '../testing/run-ferry';
import { ServicePeer } from '../testing/service-peer';

const peer = new ServicePeer();
beforeAll(() => peer.start());
afterAll(() => peer.stop());

describe('ferry report', () => {
  it('prints a row for each workload of each person, and the sums', async () => {
    const counts = { copied: 190, alreadyThere: 7, skipped: 3, failed: 0 };
    const verification = { missing: 1, atTarget: 196, endDateTime: '2030-01-01T09:59:00Z' };
    peer.on('GET /api/v1/jobs/Wave%201/report', 200, {
      id: 'a0000000-0000-4000-8000-000000000001',
      displayName: 'Wave 1',
      status: 'completed',
      createdDateTime: '2030-01-01T10:00:00Z',
      people: [
        {
          id: '22222222-0000-4000-8000-000000000001',
          displayName: 'Ann Beebe',
          services: [
            { service: 'Exchange', status: 'completed', found: 200, ...counts, verification },
            { service: 'ODSP', status: 'completed', found: 200, ...counts, verification: null },
          ],
        },
      ],
    });
    const { code, out } = await runFerry(['report', 'Wave 1', '--server', peer.url]);
    expect(code).toBe(0);
    expect(out.split('\n')).toEqual([
      'Wave 1: completed; made at 2030-01-01 10:00:00Z',
      'NAME       WORKLOAD  STATUS     FOUND  COPIED  ALREADY THERE  SKIPPED  FAILED  MISSING  AT TARGET  VERIFIED',
      'Ann Beebe  Exchange  completed    200     190              7        3       0  1        196        2030-01-01 09:59:00Z',
      'Ann Beebe  ODSP      completed    200     190              7        3       0  -        -          -',
      'Sum        -         -            400     380             14        6       0  -        -          -',
    ]);
  });

  describe('into a file', () => {
    let folder: string;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'ferry-report-'));
    });
    afterAll(() => rm(folder, { recursive: true }));

    it('saves what the service answers, byte by byte, instead of what is there', async () => {
      peer.bytes('GET /api/v1/jobs/Wave%202/report?format=pdf', Buffer.from([0x25, 0x50, 0x44, 0x46, 0xff, 0x00]));
      const output = join(folder, 'wave.pdf');
      await writeFile(output, 'an older report, which was longer');
      const args = ['report', 'Wave 2', '--format', 'PDF', '-o', output, '--server', peer.url];
      expect(await runFerry(args)).toMatchObject({ code: 0, out: `The report was saved to ${output}.` });
      expect([...(await readFile(output))]).toEqual([0x25, 0x50, 0x44, 0x46, 0xff, 0x00]);
    });

    it('leaves what is there when the connection breaks, and nothing half', async () => {
      peer.bytes('GET /api/v1/jobs/Wave%203/report?format=csv', Buffer.from('job_id'), 'breaks');
      const output = join(folder, 'wave.csv');
      await writeFile(output, 'before');
      const { code, err } = await runFerry(['report', 'Wave 3', '--format', 'csv', '-o', output, '--server', peer.url]);
      expect([code, err]).toEqual([1, expect.stringContaining('No answer from')]);
      expect(await readFile(output, 'utf8')).toBe('before');
      expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
    });

    it('says where it cannot write', async () => {
      peer.bytes('GET /api/v1/jobs/Wave%202/report?format=csv', Buffer.from('job_id'));
      const output = join(folder, 'nowhere', 'wave.csv');
      const { code, err } = await runFerry(['report', 'Wave 2', '--format', 'csv', '-o', output, '--server', peer.url]);
      expect([code, err]).toEqual([1, expect.stringContaining(`${output} cannot be written`)]);
    });

    it.each([
      [['--format', 'csv'], "'report' needs --format and --output together."],
      [['--output', 'x.csv'], "'report' needs --format and --output together."],
      [['--format', 'xlsx', '--output', 'x'], '--format must be one of json, csv, pdf.'],
    ])('does not guess at %j', async (more, words) => {
      const { code, err } = await runFerry(['report', 'Wave 2', ...more, '--server', peer.url]);
      expect([code, err]).toEqual([2, expect.stringContaining(words)]);
    });
  });
});
