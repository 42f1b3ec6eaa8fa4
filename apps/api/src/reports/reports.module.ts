import { Module } from '@nestjs/common';
import { JobsModule } from '../jobs/jobs.module';
import { KeptReports } from './kept/kept-reports';
import { KeptReportsRepository } from './kept/kept-reports.repository';
import { ReportRetention } from './kept/report-retention';
import { LiveReport } from './live-report';
import { ReportEntriesRepository } from './report-entries.repository';
import { ReportEntriesService } from './report-entries.service';
import { ReportRepository } from './report.repository';
import { ReportsController } from './reports.controller';
import { ReportsService } from './reports.service';
import { VerificationFactsRepository } from './verification-facts.repository';

@Module({
  imports: [JobsModule],
  controllers: [ReportsController],
  providers: [
    KeptReports,
    KeptReportsRepository,
    LiveReport,
    ReportEntriesRepository,
    ReportEntriesService,
    ReportRepository,
    ReportRetention,
    ReportsService,
    VerificationFactsRepository,
  ],
  exports: [KeptReports, ReportRetention, ReportsService],
})
export class ReportsModule {}
