import { colleague } from './mail-message';
import {
  dateAt,
  textContent,
  type ContentContainer,
  type ContentItem,
  type ContentOwner,
  type PersonContent,
} from './person-content';
import { COLLEAGUES, heading, paragraph } from './phrase';
import { Random } from './random';

const CALENDAR = 'Calendar';

/** How many meetings a person has. */
const MEETINGS = 20;

const TITLES = [
  '{project}: weekly sync',
  '{topic} with {department}',
  'Workshop {project}',
  'Review of the {topic}',
  'Interview in {city}',
  'One to one with {person}',
  'Planning {project}',
  'Lunch talk: {topic}',
] as const;
const ROOMS = [
  'Room Amber',
  'Room Basalt',
  'Room Cedar',
  'Online',
  'Canteen, long table',
  'Rotterdam, 2nd floor',
] as const;
const RULES = [
  'FREQ=WEEKLY;COUNT=12',
  'FREQ=WEEKLY;INTERVAL=2;COUNT=8',
  'FREQ=MONTHLY;COUNT=6',
  'FREQ=DAILY;COUNT=5',
] as const;
const ANSWERS = ['ACCEPTED', 'ACCEPTED', 'TENTATIVE', 'NEEDS-ACTION', 'DECLINED'] as const;

/** The meetings of a person as iCalendar objects (RFC 5545) with one event each; their keys are the UIDs. */
export class CalendarContent implements PersonContent {
  readonly containers: readonly ContentContainer[] = [{ path: CALENDAR, itemCount: MEETINGS }];

  constructor(private readonly owner: ContentOwner) {}

  key(_container: string, index: number): string {
    return `${new Random(`${this.owner.id}/meeting/${index}`).hex(12)}-${index}@calendar.contoso.example`;
  }

  item(container: string, index: number): ContentItem {
    const random = new Random(`${this.owner.id}/meetings/${index}`);
    const start = onTheHalfHour(dateAt(index, MEETINGS, random));
    const end = new Date(start.getTime() + random.pick([30, 45, 60, 90]) * 60_000);
    const title = heading(TITLES, random);
    const rule = random.percent(25) ? random.pick(RULES) : null;
    const [organiser = this.owner.displayName, ...attendees] = this.participants(random);
    const key = this.key(container, index);
    const event = [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Contoso//Calendar 4.2//EN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      `UID:${key}`,
      `DTSTAMP:${stamp(new Date(start.getTime() - 7 * 24 * 3_600_000))}`,
      `DTSTART:${stamp(start)}`,
      `DTEND:${stamp(end)}`,
      ...(rule ? [`RRULE:${rule}`] : []),
      `SUMMARY:${escaped(title)}`,
      `LOCATION:${escaped(random.pick(ROOMS))}`,
      `DESCRIPTION:${escaped(paragraph(random.between(2, 5), random))}`,
      `ORGANIZER;CN="${organiser}":mailto:${colleague(organiser).address}`,
      ...attendees.map(
        (name) =>
          `ATTENDEE;CN="${name}";ROLE=REQ-PARTICIPANT;PARTSTAT=${random.pick(ANSWERS)}:mailto:${colleague(name).address}`,
      ),
      'STATUS:CONFIRMED',
      'END:VEVENT',
      'END:VCALENDAR',
    ];
    return {
      key,
      name: title,
      dateTime: start,
      properties: { organizer: colleague(organiser).address, recurring: rule !== null, attendees },
      ...textContent(event.map((line) => `${folded(line)}\r\n`).join('')),
    };
  }

  /** The organiser first; the owner organises half of the meetings. */
  private participants(random: Random): string[] {
    const others = random.sample(
      COLLEAGUES.filter((name) => name !== this.owner.displayName),
      random.between(1, 6),
    );
    return random.percent(50) ? [this.owner.displayName, ...others] : [...others, this.owner.displayName];
  }
}

function onTheHalfHour(date: Date): Date {
  const halfHour = 30 * 60_000;
  return new Date(Math.floor(date.getTime() / halfHour) * halfHour);
}

function stamp(date: Date): string {
  return date.toISOString().replace(/[-:]|\.\d+/g, '');
}

/** RFC 5545, section 3.3.11. */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, (character) => `\\${character}`).replaceAll('\n', '\\n');
}

/** RFC 5545, section 3.1: lines of at most 75 octets, continued after a space. */
function folded(line: string): string {
  if (Buffer.byteLength(line) <= 75) return line;
  const parts: string[] = [];
  let part = '';
  for (const character of line) {
    if (Buffer.byteLength(part + character) > 74) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part].join('\r\n ');
}
