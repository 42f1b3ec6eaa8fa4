/* eslint-disable @nx/enforce-module-boundaries -- the store is measured from outside; only its specs know of the tools */
export { type ImapConnection, ImapStore, MailboxStates } from '@ferry/stores-imap';
