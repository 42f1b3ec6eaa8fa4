import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  type MatDialog,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import type { PersonProgress, SkippedItemCollection } from '@ferry/contracts';
import { catalogueEntry } from '@ferry/domain';
import { firstValueFrom } from 'rxjs';
import { type ServiceError, toServiceError } from '../../../http/service-error';
import { FailureNotice } from '../../../ui/failure-notice/failure-notice';
import { Skeleton } from '../../../ui/skeleton/skeleton';
import { JobsApi } from '../../data/jobs-api';
import { WORKLOAD_FACES } from '../../labels/workload-faces';
import { JOB_DETAIL_TEXTS } from '../job-detail.texts';
import { formatCount } from '../../../format/numbers';

/** What is decided about: the job and the person. */
export interface SkippedItemsQuestion {
  readonly jobId: string;
  readonly person: PersonProgress;
  readonly mayLeave: boolean;
}

/** What somebody decided. */
export type SkippedItemsAnswer = 'accept' | 'takeOut';

@Component({
  selector: 'ferry-skipped-items-dialog',
  imports: [FailureNotice, MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, Skeleton],
  templateUrl: './skipped-items-dialog.html',
  styleUrl: './skipped-items-dialog.css',
})
export class SkippedItemsDialog {
  private readonly api = inject(JobsApi);

  protected readonly texts = JOB_DETAIL_TEXTS.skippedItems;
  protected readonly count = formatCount;
  protected readonly question = inject<SkippedItemsQuestion>(MAT_DIALOG_DATA);
  protected readonly name = this.question.person.displayName ?? this.question.person.id;
  protected readonly items = signal<SkippedItemCollection | null>(null);
  protected readonly failure = signal<ServiceError | null>(null);

  constructor() {
    void this.load();
  }

  protected async load(): Promise<void> {
    this.failure.set(null);
    try {
      this.items.set(await this.api.skippedItems(this.question.jobId, this.question.person.id));
    } catch (error) {
      this.failure.set(toServiceError(error));
    }
  }

  protected rows({ value }: SkippedItemCollection) {
    return value.map((item) => ({
      ...item,
      workload: WORKLOAD_FACES[item.service].label,
      title: catalogueEntry(item.code)?.title ?? item.code,
    }));
  }
}

/** Shows what was left out and asks what to do; null when it is left open. */
export async function askAboutSkippedItems(
  dialogs: MatDialog,
  question: SkippedItemsQuestion,
): Promise<SkippedItemsAnswer | null> {
  const dialog = dialogs.open<SkippedItemsDialog, SkippedItemsQuestion, SkippedItemsAnswer>(SkippedItemsDialog, {
    data: question,
    width: '640px',
  });
  return (await firstValueFrom(dialog.afterClosed())) ?? null;
}
