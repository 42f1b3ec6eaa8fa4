import { Allow, IsArray, IsInt, IsObject, IsString, Max, Min, ValidateNested } from 'class-validator';
import { Describe } from '../members/describe';
import { Nested } from '../members/nested';
import { Optional } from '../members/optional';

/** The answer to one request of a batch, as it would have been had the request been sent alone (contract page 5.8). */
@Describe('The answer to one request of a batch.')
export class BatchResponseItem {
  @Describe('The id that the request has in the batch.')
  @IsString()
  id!: string;

  @Describe('HTTP status. 424 when a request that this one depends on has failed; then it was not sent.')
  @IsInt()
  @Min(100)
  @Max(599)
  status!: number;

  @Describe('Headers of the answer, by name.')
  @IsObject()
  headers!: Record<string, string>;

  @Describe(
    'Body of the answer: JSON as it is, text as a string, anything else as a base64url string; absent when empty.',
  )
  @Optional()
  @Allow()
  body?: unknown;
}

/** Answer of `POST /{version}/$batch` (contract page 5.8). */
@Describe('The answers to the requests of a batch.')
export class BatchResponse {
  @Describe('One answer for each request; the id tells which.')
  @IsArray()
  @ValidateNested({ each: true })
  @Nested(() => BatchResponseItem)
  responses!: BatchResponseItem[];
}
