import { randomUUID } from 'node:crypto';
import type { Check } from '../../checks/check';
import { contract, conventions, decision } from '../../checks/sources';
import { equal } from '../../expect/expect';
import { jobIn, type Job } from '../../run/job';
import type { CheckContext } from '../../run/check-context';

/** A kind of name that a job may have. */
interface NameKind {
  readonly slug: string;
  /** How it stands in a sentence. */
  readonly words: string;
  readonly text: (test: CheckContext) => string;
}

const KINDS: readonly NameKind[] = [
  { slug: 'spaces', words: 'spaces', text: (test) => test.name('two  words and more') },
  { slug: 'quotes', words: 'quotes', text: (test) => test.name(`Ann's "first" wave, 'quoted'`) },
  { slug: 'slashes', words: 'slashes and backslashes', text: (test) => test.name('north/south\\east//west') },
  { slug: 'percent', words: 'percent signs', text: (test) => test.name('100% of %2F, %25 and %') },
  { slug: 'unicode', words: 'letters beyond ASCII', text: (test) => test.name('Überfahrt e\u0301 東京 🚢') },
  { slug: 'punctuation', words: 'characters of addresses', text: (test) => test.name('a+b&c=d?e#f;g:h@i,j$k*l~m') },
  {
    slug: 'key-syntax',
    words: "OData's key syntax",
    text: (test) => test.name("(displayName='x') microsoft.graph.validate"),
  },
  { slug: 'guid', words: 'the looks of a GUID', text: () => randomUUID() },
  { slug: 'long', words: '200 letters', text: (test) => test.name('x'.repeat(160)).padEnd(200, 'y') },
];

/** A key in parentheses: quotes doubled, then percent-encoded (OData 4.01 part 2, section 4.3.1). */
export function nameKey(name: string): string {
  return `(displayName='${encodeURIComponent(name.replaceAll("'", "''"))}')`;
}

/** Reads and cancels a job that was found under a name. */
async function answersAt(test: CheckContext, path: string, { id, displayName }: Job): Promise<void> {
  const found = jobIn((await test.get(path)).expect(200));
  equal([found.id, found.displayName], [id, displayName], 'Id and name of the job that was found');
  (await test.post(`${path}/cancel`)).expect(202);
}

/** Jobs by names of every kind (contract page 1.1 and 5.7; OPEN-20). */
export const NAME_CHECKS: readonly Check[] = KINDS.flatMap(({ slug, words, text }): Check[] => [
  {
    id: `addressing.segment-${slug}`,
    sentence: `A name with ${words} stands in place of the id, percent-encoded, with people and actions below it`,
    sources: [contract('1.1 row 5b and path facts', 'R0', 'R1', 'R2'), decision('OPEN-20')],
    run: async (test) => {
      const job = await test.create({ displayName: text(test) });
      const path = test.job(job.displayName);
      (await test.get(`${path}/users`)).expect(200);
      await answersAt(test, path, job);
    },
  },
  {
    id: `addressing.key-${slug}`,
    sentence: `A name with ${words} stands in \`(displayName='...')\`, quotes doubled`,
    sources: [contract('1.1 row 5 and 5.7', 'OAS', 'PY'), conventions('4.3.1'), conventions('5.1.1.13.1')],
    run: async (test) => {
      const job = await test.create({ displayName: text(test) });
      await answersAt(test, test.jobs(nameKey(job.displayName)), job);
    },
  },
]);
