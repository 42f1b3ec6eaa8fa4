import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import type { Hold, JobSummary } from '@ferry/contracts';
import { cancelQuestion, removePersonQuestion } from '../jobs/job-detail/actions/questions';
import { pendingDecisions } from '../jobs/job-detail/decisions/pending-decisions';
import { askAboutSkippedItems } from '../jobs/job-detail/decisions/skipped-items-dialog';
import { SessionStore } from '../session/session-store';
import { isConfirmed } from '../ui/confirm-dialog/confirm-dialog';
import { EmptyState } from '../ui/empty-state/empty-state';
import { FailureNotice } from '../ui/failure-notice/failure-notice';
import { Icon } from '../ui/icon/icon';
import { Skeleton } from '../ui/skeleton/skeleton';
import { APPROVAL_TEXTS } from './approvals.texts';
import { ApprovalsStore, holdKey } from './data/approvals-store';
import { ProposalCard } from './proposal-card';

/** What waits for a person to decide: migrations for a second person, and people with too many left-out items. */
@Component({
  selector: 'ferry-approvals-page',
  imports: [EmptyState, FailureNotice, Icon, MatButton, ProposalCard, RouterLink, Skeleton],
  templateUrl: './approvals-page.html',
  styleUrl: './approvals-page.css',
  providers: [ApprovalsStore],
  host: { class: 'page' },
})
export class ApprovalsPage {
  protected readonly store = inject(ApprovalsStore);
  private readonly dialogs = inject(MatDialog);

  protected readonly texts = APPROVAL_TEXTS;
  protected readonly canWrite = inject(SessionStore).canWrite;
  protected readonly holds = computed(
    () =>
      this.store.holds()?.map((hold) => {
        const [decision] = pendingDecisions([hold.person]);
        const key = holdKey(hold.job.job.id, hold.person.id);
        return { hold, key, name: decision?.name ?? hold.person.id, what: decision?.what ?? [] };
      }) ?? null,
  );

  protected async cancel(proposal: JobSummary): Promise<void> {
    const question = cancelQuestion(proposal.job.displayName, proposal.people);
    if (await isConfirmed(this.dialogs, question)) await this.store.cancel(proposal);
  }

  protected async decide(hold: Hold): Promise<void> {
    const { job, person } = hold;
    const question = { jobId: job.job.id, person, mayLeave: this.store.mayLeave(hold) };
    const answer = await askAboutSkippedItems(this.dialogs, question);
    if (answer === 'accept') await this.store.accept(hold);
    if (answer !== 'takeOut') return;
    if (await isConfirmed(this.dialogs, removePersonQuestion(person))) await this.store.takeOut(hold);
  }
}
