import { Module } from '@nestjs/common';
import { HostsModule } from '../hosts/hosts.module';
import { AccessTokens } from './access-tokens';
import { ImapConnections } from './imap-connections';
import { ImapProbe } from './imap-probe';
import { ImapStores } from './imap-stores';
import { TokenEndpoint } from './token-endpoint';

/** Mailboxes that are reached over IMAP. */
@Module({
  imports: [HostsModule],
  providers: [AccessTokens, ImapConnections, ImapProbe, ImapStores, TokenEndpoint],
  exports: [ImapProbe, ImapStores],
})
export class ImapModule {}
