import { IsString } from 'class-validator';
import { Describe } from '../members/describe';
import { ODataType } from '../members/odata-type';
import { Nullable } from '../members/optional';

/** `microsoft.graph.error` inside a status entry: why a check or a workload failed (contract page 2.6). */
@Describe('Why a check or a workload of a person failed.')
export class GraphError {
  @ODataType('error')
  '@odata.type'?: string;

  @Describe('Stable code of the cause, such as CTM-100.')
  @Nullable()
  @IsString()
  code!: string | null;

  @Describe('The cause in words.')
  @Nullable()
  @IsString()
  message!: string | null;
}
