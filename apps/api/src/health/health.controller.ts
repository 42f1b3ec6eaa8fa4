import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '../auth/current-caller';
import { Readiness } from './readiness';

/** What a probe is told. */
export interface Health {
  readonly status: 'ok';
}

/** For whoever watches the process: whether it lives, and whether it can work. */
@ApiTags('Health')
@Public()
@Controller('health')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @Get('live')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Does it live', description: 'Answers as soon as the process serves requests.' })
  @ApiOkResponse({ description: 'It lives.' })
  live(): Health {
    return { status: 'ok' };
  }

  @Get('ready')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    summary: 'Can it work',
    description:
      'Answers 503 when the database does not answer, when its disk is full, or when the process is stopping.',
  })
  @ApiOkResponse({ description: 'It can work.' })
  async ready(): Promise<Health> {
    await this.readiness.require();
    return { status: 'ok' };
  }
}
