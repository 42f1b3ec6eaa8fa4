import { API_ROUTES, PersonJobCollection } from '@ferry/contracts';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../auth/caller';
import { CurrentCaller } from '../auth/current-caller';
import { ObjectIdPipe } from '../graph/object-id.pipe';
import { ProgressRepository } from './progress.repository';

/** Most jobs of an answer: a person is in few, one after another. */
const MOST_JOBS = 100;

/** What a person has been through, over all jobs of the tenant. */
@ApiTags('progress')
@Controller()
export class PersonJobsController {
  constructor(private readonly progress: ProgressRepository) {}

  @Get(API_ROUTES.personJobs(':person'))
  @ApiOperation({ summary: 'List the jobs that a person was or is in' })
  @ApiParam({ name: 'person', description: 'Object id of the person in the target tenant.' })
  @ApiOkResponse({ type: PersonJobCollection, description: 'The newest jobs; none for somebody who is unknown.' })
  async list(
    @CurrentCaller() { tenantId }: Caller,
    @Param('person', new ObjectIdPipe('person')) personId: string,
  ): Promise<PersonJobCollection> {
    return { value: await this.progress.jobsOf(tenantId, personId, MOST_JOBS) };
  }
}
