import { IsBoolean, IsNotEmpty, IsString, IsUrl, MaxLength } from 'class-validator';
import { DateTimeOffset } from '../members/date-time-offset';
import { Describe } from '../members/describe';
import { Nullable } from '../members/optional';
import { Printable } from '../members/printable-text';
import { valueRule } from '../members/value-rule';
import { VocabularyMember } from '../members/vocabulary';
import { AuthKind, MasterUserForm } from './connection-words';

/** What a way of signing in needs beside its secret; which members these are depends on its kind. */
@Describe('How Ferry signs in to a mail server, without the secret.')
export class ImapAuthSettings {
  @Describe('The way of signing in.')
  @VocabularyMember(AuthKind)
  kind!: AuthKind;

  @Describe('Login of the master user; needed by masterUser.')
  @Nullable()
  @IsString()
  @IsNotEmpty()
  @MaxLength(256)
  @Printable()
  user?: string | null;

  @Describe('How the master user names the person; needed by masterUser.')
  @Nullable()
  @VocabularyMember(MasterUserForm)
  form?: MasterUserForm | null;

  @Describe('What stands between person and master user in a combined login; * without it.')
  @Nullable()
  @IsString()
  @IsNotEmpty()
  @MaxLength(16)
  @Printable()
  separator?: string | null;

  @Describe('Address at which tokens are asked for; needed by oauthClientCredentials.')
  @Nullable()
  @IsString()
  @MaxLength(2_048)
  @IsUrl(
    { protocols: ['https', 'http'], require_protocol: true, require_tld: false },
    { message: '$property must be an absolute address that begins with https://', ...valueRule() },
  )
  tokenEndpoint?: string | null;

  @Describe('Id of the application; needed by oauthClientCredentials.')
  @Nullable()
  @IsString()
  @IsNotEmpty()
  @MaxLength(256)
  @Printable()
  clientId?: string | null;

  @Describe('Scope that is asked for; needed by oauthClientCredentials.')
  @Nullable()
  @IsString()
  @IsNotEmpty()
  @MaxLength(1_024)
  @Printable()
  scope?: string | null;
}

/** How to sign in, as it is registered: the secret is taken here and never given back. */
@Describe('How Ferry is to sign in to a mail server.')
export class SetImapAuth extends ImapAuthSettings {
  @Describe(
    'Password of the master user, or secret of the application. It is kept encrypted and never shown. Without it the one that was given before is kept, as long as it goes to the same server.',
  )
  @Nullable()
  @IsString()
  @IsNotEmpty()
  @MaxLength(4_096)
  secret?: string | null;
}

/** How Ferry signs in, as it is shown. */
@Describe('How Ferry signs in to a mail server.')
export class ImapAuth extends ImapAuthSettings {
  @Describe('Whether a secret is kept.')
  @IsBoolean()
  hasSecret!: boolean;

  @Describe('When the secret was given; null where there is none.')
  @Nullable()
  @DateTimeOffset()
  secretSetDateTime!: Date | null;
}
