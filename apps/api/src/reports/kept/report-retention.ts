import { Inject, Injectable } from '@nestjs/common';
import { ServiceClock } from '../../clock/service-clock';
import { CONFIG, type Config } from '../../config/config';
import { KeptReportsRepository } from './kept-reports.repository';

const MILLISECONDS_PER_DAY = 86_400_000;

/** For how long the reports of deleted jobs are kept (`FERRY_REPORT_RETENTION_DAYS`). */
@Injectable()
export class ReportRetention {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly reports: KeptReportsRepository,
    private readonly clock: ServiceClock,
  ) {}

  /** In days; null for ever, 0 not at all. */
  get days(): number | null {
    return this.config.reportRetentionDays;
  }

  /** Reports that were kept at this moment or before have expired; null when none ever does. */
  oldest(): Date | null {
    const { days } = this;
    return days === null ? null : new Date(this.clock.now().getTime() - days * MILLISECONDS_PER_DAY);
  }

  /** When a report expires; null when it never does. */
  endOf(keptAt: Date): Date | null {
    const { days } = this;
    return days === null ? null : new Date(keptAt.getTime() + days * MILLISECONDS_PER_DAY);
  }

  /** Removes what has expired, a few reports at a time. */
  async apply(): Promise<void> {
    const oldest = this.oldest();
    if (oldest === null) return;
    while ((await this.reports.removeExpired(oldest)) > 0);
  }
}
