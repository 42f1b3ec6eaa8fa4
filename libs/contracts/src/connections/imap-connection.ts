import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsNotEmpty,
  IsObject,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Describe } from '../members/describe';
import { Nested } from '../members/nested';
import { Optional } from '../members/optional';
import { Printable } from '../members/printable-text';
import { VocabularyMember } from '../members/vocabulary';
import { ConnectionProtocol, ConnectionSecurity, SourceDeletions } from './connection-words';
import { FolderPair } from './folder-pair';
import { ImapAuth, SetImapAuth } from './imap-auth';

/** How a mail server is reached, whoever signs in. */
@Describe('How a mail server is reached.')
export class ImapServer {
  @Describe('The protocol.')
  @VocabularyMember(ConnectionProtocol)
  protocol!: ConnectionProtocol;

  @Describe('Name or address of the server.')
  @IsString()
  @IsNotEmpty()
  @MaxLength(253)
  @Printable()
  host!: string;

  @Describe('Port of the server: 993 for tls, 143 for starttls as a rule.')
  @IsInt()
  @Min(1)
  @Max(65_535)
  port!: number;

  @Describe('How the traffic is protected.')
  @VocabularyMember(ConnectionSecurity)
  security!: ConnectionSecurity;

  @Describe('Certificates in PEM, of authorities that are trusted for this server instead of the public ones.')
  @Optional()
  @IsString()
  @MaxLength(100_000)
  certificateAuthority?: string;

  @Describe('The name that the certificate of the server must be for, where it is not the host.')
  @Optional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(253)
  @Printable()
  certificateName?: string;

  @Describe('Which folder goes to which, where names or special use would say otherwise.')
  @Optional()
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Nested(() => FolderPair)
  folders?: FolderPair[];

  @Describe(
    'Of a source: whether messages that Ferry copied, and that were deleted at the source before the cutover, stay at the ' +
      'target or are deleted there, too. They stay unless said otherwise. Nothing else is ever deleted.',
  )
  @Optional()
  @VocabularyMember(SourceDeletions)
  deletions?: SourceDeletions;
}

/** A connection to mailboxes, as it is registered. */
@Describe('How the mailboxes of a tenant are to be reached.')
export class SetImapConnection extends ImapServer {
  @Describe('How Ferry is to sign in.')
  @IsObject()
  @ValidateNested()
  @Nested(() => SetImapAuth)
  auth!: SetImapAuth;
}

/** A connection to mailboxes, as it is shown. */
@Describe('How the mailboxes of a tenant are reached.')
export class ImapConnection extends ImapServer {
  @Describe('How Ferry signs in.')
  @IsObject()
  @ValidateNested()
  @Nested(() => ImapAuth)
  auth!: ImapAuth;
}
