import { Workload } from '@ferry/contracts';
import { FABRIKAM_ID, type SeedPerson, sourceMailOf, sourcePersonIdOf, TROUBLED } from '../sandbox-directory';
import { CalendarContent } from './calendar';
import { ChatContent } from './chats';
import { DriveContent } from './drive';
import { MailboxContent, ordinaryMailbox, type MailboxShape } from './mailbox';
import type { ContentOwner, PersonContent } from './person-content';

/** How many messages the large mailbox has. */
export const LARGE_MAILBOX_MESSAGES = 20_000;

const CONTENT: Readonly<Record<Workload, (person: SeedPerson, owner: ContentOwner) => PersonContent>> = {
  [Workload.Exchange]: (person, owner) => new MailboxContent(owner, mailboxShape(person, owner)),
  [Workload.ODSP]: (_person, owner) => new DriveContent(owner),
  [Workload.Teams]: (_person, owner) => new ChatContent(owner),
  [Workload.Meeting]: (_person, owner) => new CalendarContent(owner),
};

/** What a person has at Contoso in a workload. Pure: the same for the same person, on every machine. */
export function contentOf(person: SeedPerson, service: Workload): PersonContent {
  const owner: ContentOwner = {
    id: sourcePersonIdOf(person),
    displayName: person.displayName,
    mail: sourceMailOf(person.displayName),
  };
  return CONTENT[service](person, owner);
}

function mailboxShape(person: SeedPerson, owner: ContentOwner): MailboxShape {
  const ordinary = ordinaryMailbox(owner);
  if (person.tenantId !== FABRIKAM_ID) return ordinary;
  switch (person.number) {
    case TROUBLED.tooLargeMessages:
      return { ...ordinary, hasOversized: true };
    case TROUBLED.largeMailbox:
      return { ...ordinary, messages: LARGE_MAILBOX_MESSAGES, isTerse: true };
    default:
      return ordinary;
  }
}
