import { IsArray, IsBoolean, IsInt, IsString, Min, ValidateNested } from 'class-validator';
import { Describe } from '../members/describe';
import { Guid } from '../members/guid';
import { Nested } from '../members/nested';
import { Nullable } from '../members/optional';

/** Body of a test: as whom to try it. */
@Describe('As whom a connection is to be tried.')
export class TestConnection {
  @Describe('Object id of a person of the target tenant.')
  @Guid()
  personId!: string;
}

/** One step of a test. */
@Describe('A step of the test of a connection.')
export class ConnectionTestStep {
  @Describe('What was tried, such as credentials, host, dns, tcp or tls; what else there is depends on the protocol.')
  @IsString()
  step!: string;

  @Describe('Whether it worked.')
  @IsBoolean()
  ok!: boolean;

  @Describe('How long it took, in milliseconds.')
  @IsInt()
  @Min(0)
  milliseconds!: number;

  @Describe('What was seen, or what is wrong.')
  @IsString()
  detail!: string;

  @Describe('What to do about it; null for a step that worked.')
  @Nullable()
  @IsString()
  remedy!: string | null;
}

/** Answer of `POST .../endpoints/{name}:test` and `POST .../services/{workload}:test`. */
@Describe('What came of the test of a connection, step by step.')
export class ConnectionTest {
  @Describe('Whether every step worked.')
  @IsBoolean()
  ok!: boolean;

  @Describe('The steps, in order; it ends with the first one that did not work.')
  @IsArray()
  @ValidateNested({ each: true })
  @Nested(() => ConnectionTestStep)
  steps!: ConnectionTestStep[];
}
