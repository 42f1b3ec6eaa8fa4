import { FABRIKAM_NAMES, NORTHWIND_NAMES } from '../sandbox-people';
import type { Random } from './random';
import { CITIES, CLOSINGS, DEPARTMENTS, OPENINGS, PROJECTS, SENTENCES, TOPICS, WEEKDAYS } from './vocabulary';

/** Everybody who works at Contoso. */
export const COLLEAGUES: readonly string[] = [...FABRIKAM_NAMES, ...NORTHWIND_NAMES];

const FILLERS: Readonly<Record<string, (random: Random) => string>> = {
  project: (random) => random.pick(PROJECTS),
  topic: (random) => random.pick(TOPICS),
  city: (random) => random.pick(CITIES),
  weekday: (random) => random.pick(WEEKDAYS),
  department: (random) => random.pick(DEPARTMENTS),
  person: (random) => random.pick(COLLEAGUES),
  number: (random) => String(random.between(12, 980)),
};

/** Patterns cut at their braces: text, name, text, name, text. They are few, and every item uses many. */
const cut = new Map<string, readonly string[]>();

/** The pattern with its braces filled in. Throws `RangeError` when a name in braces is not known. */
function fill(pattern: string, random: Random): string {
  let parts = cut.get(pattern);
  if (!parts) cut.set(pattern, (parts = pattern.split(/[{}]/)));
  let text = '';
  for (const [index, part] of parts.entries()) text += index % 2 === 0 ? part : filler(part)(random);
  return text;
}

function filler(name: string): (random: Random) => string {
  const known = FILLERS[name];
  if (!known) throw new RangeError(`No words are known for {${name}}.`);
  return known;
}

/** One of the patterns with its braces filled in. */
export function phrase(patterns: readonly string[], random: Random): string {
  return fill(random.pick(patterns), random);
}

/** A phrase that begins with a capital letter. */
export function heading(patterns: readonly string[], random: Random): string {
  return capital(phrase(patterns, random));
}

/** So many sentences, all of them different. */
function sentences(count: number, random: Random): string[] {
  return random.sample(SENTENCES, count).map((pattern) => capital(fill(pattern, random)));
}

/** A paragraph of so many different sentences. */
export function paragraph(count: number, random: Random): string {
  return sentences(count, random).join(' ');
}

/** The paragraphs of a letter of so many sentences, from the opening to the name below. */
export function letter(count: number, from: string, random: Random): string[] {
  const perParagraph = random.between(3, 5);
  const body = sentences(count, random);
  const paragraphs = [capital(phrase(OPENINGS, random))];
  for (let start = 0; start < body.length; start += perParagraph) {
    paragraphs.push(body.slice(start, start + perParagraph).join(' '));
  }
  return [...paragraphs, `${phrase(CLOSINGS, random)}\n${from}`];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
