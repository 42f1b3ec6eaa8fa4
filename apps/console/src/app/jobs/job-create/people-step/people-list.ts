import { CdkFixedSizeVirtualScroll, CdkVirtualForOf, CdkVirtualScrollViewport } from '@angular/cdk/scrolling';
import { Component, computed, DOCUMENT, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { saveFile } from '../../../http/downloaded-file';
import { FailureNotice } from '../../../ui/failure-notice/failure-notice';
import { Icon } from '../../../ui/icon/icon';
import { decodeText } from '../../data/job-draft/decode-text';
import type { JudgedRow } from '../../data/job-draft/judged-rows';
import { PEOPLE_TEMPLATE } from '../../data/job-draft/people-file';
import { PeopleFileStore } from '../../data/people-file-store';
import { JOB_CREATE_TEXTS } from '../job-create.texts';
import { nextFocus } from '../next-focus';
import { RowFaults } from './row-faults';

const LARGEST_FILE = 10_000_000;

/** People from a file that is dropped or chosen, or from a list that is pasted. The browser reads it; nothing is sent but names. */
@Component({
  selector: 'ferry-people-list',
  imports: [
    CdkFixedSizeVirtualScroll,
    CdkVirtualForOf,
    CdkVirtualScrollViewport,
    FailureNotice,
    Icon,
    MatButton,
    RowFaults,
  ],
  templateUrl: './people-list.html',
  styleUrl: './people-list.css',
})
export class PeopleList {
  protected readonly store = inject(PeopleFileStore);
  private readonly document = inject(DOCUMENT);
  private readonly focus = nextFocus();

  protected readonly texts = JOB_CREATE_TEXTS.people;
  protected readonly isOver = signal(false);
  private readonly isTooBig = signal(false);
  protected readonly unreadable = computed(() => {
    const fault = this.store.fileFault();
    if (this.isTooBig()) return JOB_CREATE_TEXTS.people.fileTooBig;
    return fault === null ? null : JOB_CREATE_TEXTS.people.fileFault(fault);
  });
  protected readonly ignored = computed(() => this.store.file()?.ignoredColumns.join(', ') ?? '');

  protected over(event: DragEvent, isOver: boolean): void {
    event.preventDefault();
    this.isOver.set(isOver);
  }

  protected async drop(event: DragEvent): Promise<void> {
    this.over(event, false);
    await this.take(event.dataTransfer?.files[0]);
  }

  protected async choose({ target }: Event): Promise<void> {
    if (!(target instanceof HTMLInputElement)) return;
    await this.take(target.files?.[0]);
    // The same file may be chosen again after it was mended.
    target.value = '';
  }

  protected paste(text: string): void {
    this.isTooBig.set(false);
    this.read(text, null);
  }

  protected clear(): void {
    this.store.clear();
    this.focus('#people-list');
  }

  protected saveTemplate(): void {
    const content = new Blob([PEOPLE_TEMPLATE], { type: 'text/csv;charset=utf-8' });
    saveFile({ name: 'people-of-a-job.csv', content }, this.document);
  }

  protected trackRow(index: number): number {
    return index;
  }

  protected nameOf({ person, row }: JudgedRow): string {
    return person?.displayName ?? row.person;
  }

  private read(text: string, name: string | null): void {
    this.store.read(text, name);
    this.focus('#list-summary', '#people-list');
  }

  private async take(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    this.isTooBig.set(file.size > LARGEST_FILE);
    if (!this.isTooBig()) this.read(decodeText(new Uint8Array(await file.arrayBuffer())), file.name);
  }
}
