/* eslint-disable @nx/enforce-module-boundaries -- the engine is measured from inside, without the edge around it */
export { createAdapter } from '../../../apps/api/src/app.setup';
export type { Caller } from '../../../apps/api/src/auth/caller';
export { Changes } from '../../../apps/api/src/changes/changes';
export { readConfig } from '../../../apps/api/src/config/config';
export { ConfigModule } from '../../../apps/api/src/config/config.module';
export { Database } from '../../../apps/api/src/database/database';
export { type StorePair, Stores } from '../../../apps/api/src/engine/stores';
export { FerryModule } from '../../../apps/api/src/ferry.module';
export type { EntityKey } from '../../../apps/api/src/graph/entity-key';
export { GraphModule } from '../../../apps/api/src/graph/graph.module';
export { JobsService } from '../../../apps/api/src/jobs/jobs.service';
export { Log } from '../../../apps/api/src/logging/log';
export { LoggingModule } from '../../../apps/api/src/logging/logging.module';
export { QUEUES } from '../../../apps/api/src/queue/queues';
