import { Module } from '@nestjs/common';
import { ReportsModule } from '../reports/reports.module';
import { AuditController } from './audit.controller';
import { AuditRepository } from './audit.repository';
import { AuditService } from './audit.service';

/** Who asked for what in the jobs of a tenant. */
@Module({
  imports: [ReportsModule],
  controllers: [AuditController],
  providers: [AuditRepository, AuditService],
})
export class AuditModule {}
