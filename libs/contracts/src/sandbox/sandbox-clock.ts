import { IsInt, Max, Min } from 'class-validator';
import { DateTimeOffset } from '../members/date-time-offset';
import { Describe } from '../members/describe';

/** The clock of the sandbox: real time plus what it was moved by. */
@Describe('The clock of the sandbox.')
export class SandboxClock {
  @Describe('What time the service thinks it is.')
  @DateTimeOffset()
  now!: Date;

  @Describe('How far the clock was moved ahead of real time, in seconds.')
  @IsInt()
  @Min(0)
  aheadSeconds!: number;
}

/** Body of `POST /api/v1/sandbox/clock`: moves the clock of the sandbox ahead; it never goes back. */
@Describe('Moves the clock of the sandbox ahead.')
export class AdvanceSandboxClock {
  @Describe('By how many seconds, up to a year.')
  @IsInt()
  @Min(1)
  @Max(31_536_000)
  seconds!: number;
}
