import { Module } from '@nestjs/common';
import { SandboxModule } from '../sandbox/sandbox.module';
import { TenantsModule } from '../tenants/tenants.module';
import { PeopleBatches } from './import/people-batches';
import { PeopleImportController } from './import/people-import.controller';
import { PeopleImportService } from './import/people-import.service';
import { PeopleController } from './people.controller';
import { PeopleRepository } from './people.repository';
import { PeopleService } from './people.service';
import { PersonItemsController } from './person-items.controller';
import { PersonItemsService } from './person-items.service';

/** The people of tenants, and what they have. */
@Module({
  imports: [SandboxModule, TenantsModule],
  controllers: [PeopleImportController, PeopleController, PersonItemsController],
  providers: [PeopleBatches, PeopleImportService, PeopleRepository, PeopleService, PersonItemsService],
  exports: [PeopleRepository, PeopleService],
})
export class PeopleModule {}
