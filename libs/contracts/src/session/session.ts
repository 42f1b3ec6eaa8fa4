import { IsBoolean, IsInt, IsString, Min, ValidateNested } from 'class-validator';
import { DateTimeOffset } from '../members/date-time-offset';
import { Describe } from '../members/describe';
import { Nested } from '../members/nested';
import { Tenant } from '../tenants/tenant';

/** Answer of `GET /api/v1/session`: who the caller is and what they may do. */
@Describe('Who the caller is and what they may do.')
export class Session {
  @Describe('Name to show for the caller.')
  @IsString()
  displayName!: string;

  @Describe('User principal name of a person, or id of an application.')
  @IsString()
  actor!: string;

  @Describe("The caller's tenant.")
  @ValidateNested()
  @Nested(() => Tenant)
  tenant!: Tenant;

  @Describe('Whether the caller may create, change and start jobs.')
  @IsBoolean()
  canWrite!: boolean;

  @Describe('Whether this service runs on sandbox tenants.')
  @IsBoolean()
  sandbox!: boolean;

  @Describe('How many people a job may have.')
  @IsInt()
  @Min(1)
  maxResourcesPerJob!: number;

  @Describe('What time the service thinks it is; in a rehearsal its clock may have been moved ahead.')
  @DateTimeOffset()
  now!: Date;
}

/** Answer of `GET /api/v1/sign-in`: what a public client needs for the authorization code flow with PKCE (RFC 7636). */
@Describe('How to sign in.')
export class SignInSettings {
  @Describe('Address of the authorization endpoint.')
  @IsString()
  authorizationEndpoint!: string;

  @Describe('Address of the token endpoint.')
  @IsString()
  tokenEndpoint!: string;

  @Describe('Client id of the console.')
  @IsString()
  clientId!: string;

  @Describe('Scope to ask for.')
  @IsString()
  scope!: string;

  @Describe('Whether this service runs on sandbox tenants.')
  @IsBoolean()
  sandbox!: boolean;
}
