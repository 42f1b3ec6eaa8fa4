import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '../auth/current-caller';
import { Database } from '../database/database';
import { GraphHttpError } from '../graph/graph-http-error';

const PING_LIMIT_MS = 2_000;

/** What a probe is told. */
interface Health {
  readonly status: 'ok';
}

/** For whoever watches the process: whether it lives, and whether it can work. */
@ApiTags('Health')
@Public()
@Controller('health')
export class HealthController {
  constructor(@Inject(Database) private readonly database: Database) {}

  @Get('live')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Does it live', description: 'Answers as soon as the process serves requests.' })
  @ApiOkResponse({ description: 'It lives.' })
  live(): Health {
    return { status: 'ok' };
  }

  @Get('ready')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Can it work', description: 'Answers 503 when the database does not answer.' })
  @ApiOkResponse({ description: 'It can work.' })
  async ready(): Promise<Health> {
    try {
      await withinLimit(this.database.ping());
    } catch (error) {
      throw new GraphHttpError(503, 'serviceNotAvailable', 'The database does not answer.', { cause: error });
    }
    return { status: 'ok' };
  }
}

async function withinLimit(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${PING_LIMIT_MS} ms.`)), PING_LIMIT_MS);
  });
  await Promise.race([work, limit]).finally(() => clearTimeout(timer));
}
