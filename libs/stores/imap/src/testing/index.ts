export { CyrusServer } from './cyrus-server';
export { type MailClients, MailServer } from './mail-server';
export { mailboxContents } from './mailbox-contents';
export { message, type MessageParts } from './messages';
