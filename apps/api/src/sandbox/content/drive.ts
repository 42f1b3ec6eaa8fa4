import {
  dateAt,
  textContent,
  type ContentContainer,
  type ContentItem,
  type ContentOwner,
  type PersonContent,
} from './person-content';
import { heading, paragraph } from './phrase';
import { Random } from './random';
import { CITIES, DEPARTMENTS, PROJECTS, TOPICS } from './vocabulary';

type FileKind = 'md' | 'txt' | 'csv' | 'json';

const MEDIA_TYPES: Readonly<Record<FileKind, string>> = {
  md: 'text/markdown',
  txt: 'text/plain',
  csv: 'text/csv',
  json: 'application/json',
};
const KINDS: readonly FileKind[] = ['md', 'md', 'txt', 'csv', 'csv', 'json'];

/** How many files a person has. */
const FILES = 40;

/** The files of a person in nested folders, all of them readable text; their keys are their paths. */
export class DriveContent implements PersonContent {
  readonly containers: readonly ContentContainer[];
  private readonly names: ReadonlyMap<string, readonly { name: string; kind: FileKind }[]>;

  constructor(private readonly owner: ContentOwner) {
    this.containers = foldersOf(owner);
    this.names = new Map(this.containers.map(({ path, itemCount }) => [path, namesIn(owner, path, itemCount)]));
  }

  key(container: string, index: number): string {
    return `${container}/${this.file(container, index).name}`;
  }

  item(container: string, index: number): ContentItem {
    const { name, kind } = this.file(container, index);
    const random = new Random(`${this.owner.id}/drive/${container}/${index}`);
    return {
      key: `${container}/${name}`,
      name,
      dateTime: dateAt(index, this.names.get(container)?.length ?? 1, random),
      properties: { mediaType: MEDIA_TYPES[kind], createdBy: this.owner.displayName },
      ...textContent(TEXTS[kind](random)),
    };
  }

  private file(container: string, index: number): { name: string; kind: FileKind } {
    const file = this.names.get(container)?.[index];
    if (!file) throw new RangeError('There is no such file in the drive.');
    return file;
  }
}

function foldersOf(owner: ContentOwner): ContentContainer[] {
  const [first = 'One', second = 'Two'] = new Random(`${owner.id}/drive`).sample(PROJECTS, 2);
  const counts: readonly (readonly [path: string, itemCount: number])[] = [
    ['Documents', 7],
    [`Documents/${first}`, 9],
    [`Documents/${first}/Drafts`, 3],
    [`Documents/${second}`, 6],
    ['Exports', 0],
    ['Exports/2024', 5],
    ['Exports/2025', 4],
    ['Notes', 6],
    ['Scans', 0],
  ];
  const folders = counts.map(([path, itemCount]) => ({ path, itemCount }));
  const rest = FILES - folders.reduce((sum, folder) => sum + folder.itemCount, 0);
  return folders.map((folder) => ({
    ...folder,
    itemCount: folder.itemCount + (folder.path === 'Documents' ? rest : 0),
  }));
}

function namesIn(owner: ContentOwner, folder: string, count: number): { name: string; kind: FileKind }[] {
  const random = new Random(`${owner.id}/drive/${folder}`);
  const taken = new Set<string>();
  return Array.from({ length: count }, () => {
    const kind = random.pick(KINDS);
    const base = heading(['{topic} {city}', '{department} {topic}', '{project} - {topic}', '{topic} 2025'], random);
    let name = `${base}.${kind}`;
    for (let copy = 2; taken.has(name); copy += 1) name = `${base} (${copy}).${kind}`;
    taken.add(name);
    return { name, kind };
  });
}

const TEXTS: Readonly<Record<FileKind, (random: Random) => string>> = {
  md: markdown,
  txt: plain,
  csv: table,
  json: json,
};

function markdown(random: Random): string {
  const sections = Array.from({ length: random.between(3, 12) }, () => {
    const points = Array.from({ length: random.between(2, 6) }, () => `- ${paragraph(1, random)}`);
    return `## ${heading(['{topic}', '{project}', '{department}'], random)}\n\n${paragraph(random.between(2, 6), random)}\n\n${points.join('\n')}\n`;
  });
  return `# ${heading(['{project}: {topic}', '{topic} for {department}'], random)}\n\n${sections.join('\n')}`;
}

function plain(random: Random): string {
  return Array.from({ length: random.between(4, 20) }, () => `${paragraph(random.between(3, 7), random)}\n`).join('\n');
}

function table(random: Random): string {
  const rows = Array.from({ length: random.between(25, 350) }, (_, row) => {
    const amount = `${random.between(10, 9_999)}.${String(random.between(0, 99)).padStart(2, '0')}`;
    return [1000 + row, random.pick(CITIES), random.pick(PROJECTS), random.pick(DEPARTMENTS), amount].join(',');
  });
  return `id,office,project,department,amount\r\n${rows.join('\r\n')}\r\n`;
}

function json(random: Random): string {
  const entries = Array.from({ length: random.between(8, 60) }, (_, number) => ({
    number: number + 1,
    project: random.pick(PROJECTS),
    topic: random.pick(TOPICS),
    office: random.pick(CITIES),
    amount: random.between(100, 90_000),
    approved: random.percent(70),
  }));
  return `${JSON.stringify({ title: heading(['{topic}', '{project}'], random), entries }, null, 2)}\n`;
}
