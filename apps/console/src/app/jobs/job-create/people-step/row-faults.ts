import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { PREFLIGHT_TEXTS } from '../../../preflight/preflight.texts';
import { Icon } from '../../../ui/icon/icon';
import { isOpen, type JudgedRow, mayStay } from '../../data/job-draft/judged-rows';
import type { RowDecision } from '../../data/job-draft/people-file';
import { PeopleFileStore } from '../../data/people-file-store';
import { JOB_CREATE_TEXTS } from '../job-create.texts';
import { nextFocus } from '../next-focus';

/** So many are shown at first; a list of the wrong tenant has thousands. */
const SHOWN = 50;

/** The rows that are at fault, by line: what is wrong, what to do, and the row itself to be mended, kept or left out. */
@Component({
  selector: 'ferry-row-faults',
  imports: [Icon, MatButton],
  templateUrl: './row-faults.html',
  styleUrl: './row-faults.css',
})
export class RowFaults {
  protected readonly store = inject(PeopleFileStore);
  protected readonly texts = JOB_CREATE_TEXTS.people;
  protected readonly more = PREFLIGHT_TEXTS.more;

  private readonly focus = nextFocus();
  private readonly limit = signal(SHOWN);
  private readonly all = computed(() =>
    this.store.rows().filter((judged) => judged.fault !== null || judged.row.decision === 'leftOut'),
  );
  protected readonly rows = computed(() =>
    this.all()
      .slice(0, this.limit())
      .map((judged) => ({
        judged,
        row: judged.row,
        fault: judged.fault === null ? null : JOB_CREATE_TEXTS.people.rowFault(judged.fault),
        canStay: judged.fault !== null && mayStay(judged.fault),
        isOpen: isOpen(judged),
        name: nameOf(judged),
      })),
  );
  protected readonly hidden = computed(() => this.all().length - this.rows().length);
  protected readonly keepable = computed(
    () => this.store.open().filter(({ fault }) => fault !== null && mayStay(fault)).length,
  );

  protected showMore(): void {
    this.limit.update((limit) => limit + 10 * SHOWN);
  }

  protected mend(event: Event, { row }: JudgedRow, person: string): void {
    event.preventDefault();
    this.store.mend(row, person);
    this.goOn();
  }

  protected decide({ row }: JudgedRow, decision: RowDecision | null): void {
    this.store.decide(row, decision);
    this.goOn();
  }

  protected leaveOutOpen(): void {
    this.store.leaveOutOpen();
    this.goOn();
  }

  protected keepOpen(): void {
    this.store.keepOpen();
    this.goOn();
  }

  /** To the next row that is to be mended, since the button that was pressed is gone. */
  private goOn(): void {
    this.focus('#row-faults form input', '#row-faults', '#list-summary');
  }
}

function nameOf({ person }: JudgedRow): string | null {
  return person === null ? null : `${person.displayName} (${person.mail})`;
}
