import { Module } from '@nestjs/common';
import { EngineModule } from '../../engine/engine.module';
import { TenantsModule } from '../../tenants/tenants.module';
import { PeopleModule } from '../people.module';
import { PeopleLookupController } from './people-lookup.controller';
import { PeopleLookupService } from './people-lookup.service';

/** Finds people by many names at once. Apart from the people, because the engine, which knows the jobs, needs those. */
@Module({
  imports: [EngineModule, PeopleModule, TenantsModule],
  controllers: [PeopleLookupController],
  providers: [PeopleLookupService],
})
export class PeopleLookupModule {}
