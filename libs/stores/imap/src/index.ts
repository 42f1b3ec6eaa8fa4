export { type FolderOptions, type FolderSource, type PathPair } from './folder-list';
export { type Folder, type ListedMailbox } from './folders';
export { ImapStore, type ImapStoreOptions, ReadOnlyStoreError } from './imap-store';
export { MailboxStates } from './mailbox-states';
export { type Wait } from './sessions';
export {
  accountOf,
  type BearerAuth,
  type ImapAuth,
  type ImapConnection,
  type ImapSecurity,
  type ImapTimeLimits,
  type ImapTls,
  type MasterUserAuth,
  type PasswordAuth,
  TIME_LIMITS,
} from './settings';
export { type SpecialUse } from './special-use';
export {
  testConnection,
  type ConnectionTestProgress,
  type ConnectionTestStep,
  type ConnectionTestStepName,
} from './connection-test';
