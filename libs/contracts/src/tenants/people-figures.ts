import { IsInt, Min } from 'class-validator';
import { Describe } from '../members/describe';

/** Answer of `GET /api/v1/tenants/{id}/people:summary`: how many people meet what the checks look at. */
@Describe('The people of a tenant in numbers.')
export class PeopleFigures {
  @Describe('People of the tenant.')
  @IsInt()
  @Min(0)
  people!: number;

  @Describe('People who are mapped to somebody at the source.')
  @IsInt()
  @Min(0)
  mapped!: number;

  @Describe('People who are in the group of those who may be migrated.')
  @IsInt()
  @Min(0)
  inScopeGroup!: number;

  @Describe('People with a mailbox plan on both sides.')
  @IsInt()
  @Min(0)
  exchangePlan!: number;

  @Describe('People with a Teams licence on both sides.')
  @IsInt()
  @Min(0)
  teamsLicence!: number;

  @Describe('People with a licence for cross-tenant OneDrive migration.')
  @IsInt()
  @Min(0)
  oneDriveLicence!: number;
}
