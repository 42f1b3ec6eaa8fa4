import { IsInt, Max, Min } from 'class-validator';
import { Describe } from '../members/describe';
import { Nullable } from '../members/optional';

/** How hard a source may be worked through one endpoint, over all processes; what is null is left to the settings. */
@Describe('What a migration endpoint allows.')
export class EndpointLimits {
  @Describe('How many workload runs may use it at a time; null for FERRY_ENDPOINT_CONNECTIONS.')
  @Nullable()
  @IsInt()
  @Min(1)
  @Max(1_000)
  connections?: number | null;

  @Describe('How many items a second may be copied; 0 for any number, null for FERRY_ENDPOINT_ITEMS_PER_SECOND.')
  @Nullable()
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  itemsPerSecond?: number | null;

  @Describe('How many bytes a second may be copied; 0 for any number, null for FERRY_ENDPOINT_BYTES_PER_SECOND.')
  @Nullable()
  @IsInt()
  @Min(0)
  @Max(1_000_000_000_000)
  bytesPerSecond?: number | null;
}
