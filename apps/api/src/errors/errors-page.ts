import { ErrorFamily, type Fixer, type Raiser, WORKLOADS } from '@ferry/contracts';
import { catalogueEntries, type CatalogueEntry, ERROR_FAMILIES } from '@ferry/domain';

const INTRODUCTION = `# Errors

Every error code that Ferry knows: what it means, what Ferry can show for it, and what to do about it, where and by whom.
The same is served at \`GET /api/v1/errors\` and \`GET /api/v1/errors/{code}\`. A code has its name as anchor:
\`errors.md#cttm-005\`.

Codes of a workload stand in \`currentStatus[].errors[]\` of a person, codes of a refused request in \`error.details[]\`.
`;

const WHO: Readonly<Record<`${Fixer}`, string>> = {
  migrationAdmin: 'the migration administrator',
  targetTenantAdmin: 'an administrator of the target tenant',
  sourceTenantAdmin: 'an administrator of the source tenant',
  licenceAdmin: 'a licence administrator',
  operator: 'whoever operates Ferry',
  user: 'the person concerned',
};

const RAISED_BY: Readonly<Record<`${Raiser}`, string>> = {
  check: 'a check',
  engine: 'the engine',
  store: 'a store',
  api: 'the API',
};

/** The page docs/errors.md, made from the catalogue; `npm run gen` writes it. */
export function errorsPage(): string {
  const entries = catalogueEntries();
  const families = Object.values(ErrorFamily).map((family) => ({
    ...ERROR_FAMILIES[family],
    entries: entries.filter((entry) => entry.family === family),
  }));
  const contents = families.map(({ title, entries: own }) => `- [${title}](#${anchorOf(title)}): ${codesOf(own)}`);
  const sections = families.map(
    ({ title, introduction, entries: own }) => `## ${title}\n\n${introduction}\n\n${own.map(entryText).join('\n')}`,
  );
  return `${INTRODUCTION}\n${contents.join('\n')}\n\n${sections.join('\n')}`;
}

/** The anchor that Markdown gives to a heading. */
function anchorOf(heading: string): string {
  return heading.toLowerCase().replaceAll(' ', '-');
}

function codesOf(entries: readonly CatalogueEntry[]): string {
  const codes = [...new Set(entries.map(({ code }) => code))];
  return codes.map((code) => `[${code}](#${anchorOf(code)})`).join(', ');
}

/** One entry; the text for meetings stands below the general one of the same code. */
function entryText(entry: CatalogueEntry): string {
  const heading = entry.variant === undefined ? `### ${entry.code}` : `#### ${entry.code} for meetings`;
  const lines = [
    `**${entry.title}.** ${text(entry.cause)}`,
    ...[entry.messageTemplate, ...(entry.alsoSeenAs ?? [])].map((sentence) => `> ${literal(sentence)}`),
    [
      `- Evidence: ${text(entry.evidence)}`,
      `- Remedy: ${text(entry.remedy)}`,
      `- Who and where: ${WHO[entry.who]}; ${text(entry.where)}`,
      `- Trying again without a change: ${entry.retryHelps ? 'may help' : 'does not help'}`,
      `- Raised by: ${raisedBy(entry)}`,
      ...(entry.workloads.length > 0 ? [`- Workloads: ${workloadsOf(entry)}`] : []),
    ].join('\n'),
  ];
  return `${heading}\n\n${lines.map((line) => `${line}\n`).join('\n')}`;
}

function raisedBy({ raisedBy: parts, listedBecause }: CatalogueEntry): string {
  if (listedBecause !== undefined) return `nothing in this version. ${text(listedBecause)}`;
  return parts.map((part) => RAISED_BY[part]).join(', ');
}

function workloadsOf({ workloads }: CatalogueEntry): string {
  return workloads.length === WORKLOADS.length ? 'all' : workloads.join(', ');
}

/** A sentence in Markdown: an angle bracket would begin a tag. */
function text(sentence: string): string {
  return sentence.replaceAll('<', '&lt;');
}

/** A text of the wire, to the letter. */
function literal(sentence: string): string {
  return `\`${sentence}\``;
}
