import {
  Allow,
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsNotEmpty,
  IsObject,
  IsString,
  ValidateNested,
} from 'class-validator';
import { Describe } from '../members/describe';
import { EnumMember } from '../members/enum-member';
import { Nested } from '../members/nested';
import { Optional } from '../members/optional';
import { BatchMethod } from './batch-method';

/** How many requests a batch may hold; the official clients send no more (contract page 5.8). */
export const MOST_BATCH_REQUESTS = 20;

/** One request of a batch (contract page 5.8). */
@Describe('One request of a batch.')
export class BatchRequestItem {
  @Describe('Names the request within the batch; unique without regard to letter case.')
  @IsString()
  @IsNotEmpty()
  id!: string;

  @Describe('Method of the request, in any letter case.')
  @EnumMember(BatchMethod)
  method!: BatchMethod;

  @Describe(
    'Address relative to the version root, with or without a slash in front, such as ' +
      '`/solutions/migrations/crossTenantMigrationJobs?$top=5`. The version of the batch may stand before it.',
  )
  @IsString()
  @IsNotEmpty()
  url!: string;

  @Describe('Headers of the request, by name. `Authorization` is that of the batch and must not be given.')
  @Optional()
  @IsObject()
  headers?: Record<string, string>;

  @Describe('Body of the request, mostly a JSON object. Needs a `Content-Type` among the headers.')
  @Optional()
  @Allow()
  body?: unknown;

  @Describe('Ids of the requests that must succeed before this one is sent.')
  @Optional()
  @IsArray()
  @IsString({ each: true })
  dependsOn?: string[];
}

/** Body of `POST /{version}/$batch` (contract page 5.8). */
@Describe('Several requests in one.')
export class BatchRequest {
  @Describe('The requests. Those that do not depend on each other are answered in no promised order.')
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(MOST_BATCH_REQUESTS)
  @ValidateNested({ each: true })
  @Nested(() => BatchRequestItem)
  requests!: BatchRequestItem[];
}
