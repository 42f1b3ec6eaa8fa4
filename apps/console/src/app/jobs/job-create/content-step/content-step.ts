import { Component, computed, inject, input } from '@angular/core';
import { MatCheckbox } from '@angular/material/checkbox';
import { ServiceStatus, Workload } from '@ferry/contracts';
import { afterExchange, followsExchange } from '@ferry/domain';
import { EmptyState } from '../../../ui/empty-state/empty-state';
import { FailureNotice } from '../../../ui/failure-notice/failure-notice';
import { Field } from '../../../ui/field/field';
import { Icon } from '../../../ui/icon/icon';
import { Skeleton } from '../../../ui/skeleton/skeleton';
import { workloadFault } from '../../data/job-draft/draft-faults';
import { JobDraftStore } from '../../data/job-draft-store';
import { SourcesStore } from '../../data/sources-store';
import { WORKLOAD_COLUMNS, WORKLOAD_FACES } from '../../labels/workload-faces';
import { JOB_CREATE_TEXTS } from '../job-create.texts';
import type { StepFault } from '../step-faults';

/** What moves, from which tenant, and through which endpoint. */
@Component({
  selector: 'ferry-content-step',
  imports: [EmptyState, FailureNotice, Field, Icon, MatCheckbox, Skeleton],
  templateUrl: './content-step.html',
  styleUrl: './content-step.css',
})
export class ContentStep {
  readonly faults = input.required<readonly StepFault[]>();

  protected readonly drafts = inject(JobDraftStore);
  protected readonly sources = inject(SourcesStore);
  protected readonly texts = JOB_CREATE_TEXTS.content;

  protected readonly draft = this.drafts.draft;
  protected readonly workloads = computed(() =>
    WORKLOAD_COLUMNS.map((workload) => ({
      workload,
      ...WORKLOAD_FACES[workload],
      isChosen: this.draft().workloads.includes(workload),
    })),
  );
  /** What does not go together is said at once, since one tick explains the other. */
  protected readonly workloadFault = computed(() => workloadFault(this.draft().workloads));
  protected readonly movesMail = computed(() => this.draft().workloads.includes(Workload.Exchange));
  /** What a failed mailbox means, as the service decides it. */
  protected readonly afterFailedMailbox = computed(() => {
    if (!this.movesMail()) return null;
    const others = this.draft().workloads.filter(followsExchange);
    const isStopped = (workload: Workload) => typeof afterExchange(workload, ServiceStatus.Failed) === 'object';
    return {
      goesOn: namesOf(others.filter((workload) => !isStopped(workload))),
      stops: namesOf(others.filter(isStopped)),
    };
  });

  protected fault(elementId: string): string | null {
    return this.faults().find((fault) => fault.elementId === elementId)?.message ?? null;
  }

  protected valueOf({ target }: Event): string {
    return target instanceof HTMLInputElement || target instanceof HTMLSelectElement ? target.value : '';
  }
}

function namesOf(workloads: readonly Workload[]): string {
  return workloads.map((workload) => WORKLOAD_FACES[workload].label).join(', ');
}
