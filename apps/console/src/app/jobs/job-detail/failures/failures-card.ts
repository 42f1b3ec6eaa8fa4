import { Component, computed, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { formatCount, formatQuantity } from '../../../format/numbers';
import { Icon } from '../../../ui/icon/icon';
import { Pill } from '../../../ui/pill/pill';
import { FIXER_LABELS } from '../../labels/fixer-labels';
import { WORKLOAD_FACES } from '../../labels/workload-faces';
import type { FailureGroup, LeftOut } from './failure-groups';
import { JOB_DETAIL_TEXTS } from '../job-detail.texts';

const SHOWN_PEOPLE = 3;

/** What went wrong by cause: code, what was found, how to mend it and who can, and the button that tries again. */
@Component({
  selector: 'ferry-failures-card',
  imports: [Icon, MatButton, Pill, RouterLink],
  templateUrl: './failures-card.html',
  styleUrl: './failures-card.css',
})
export class FailuresCard {
  readonly groups = input.required<readonly FailureGroup[]>();
  readonly leftOut = input.required<readonly LeftOut[]>();
  /** The words of the button; null when nothing may be tried now. */
  readonly again = input.required<string | null>();
  readonly disabled = input(false);

  /** Whether some people may be migrated once more while the others stay as they are. */
  readonly mayRetry = input.required<(personIds: readonly string[]) => boolean>();

  readonly tryAgain = output();
  /** The ids of the people of a cause. */
  readonly retry = output<readonly string[]>();

  protected readonly texts = JOB_DETAIL_TEXTS.failures;
  protected readonly causes = computed(() =>
    this.groups().map((group) => ({
      ...group,
      size: formatQuantity(group.people.length, 'person', 'people'),
      where: group.workloads.map((workload) => WORKLOAD_FACES[workload].label).join(', '),
      shown: group.people.slice(0, SHOWN_PEOPLE),
      more: moreThan(group.people.length),
      ids: group.people.map(({ id }) => id),
      retry: group.people.length === 1 ? this.texts.retryOne : this.texts.retryMany(formatCount(group.people.length)),
      evidence: group.people[0]?.message ?? '',
      who: group.entry === null ? null : FIXER_LABELS[group.entry.who],
    })),
  );
  /** Causes of which everybody is listed: a cause may concern two thousand people, whom nobody looks at unasked. */
  protected readonly shownEach = signal<ReadonlySet<string>>(new Set());
  protected readonly leftOutItems = computed(() => {
    const items = this.leftOut().reduce((sum, person) => sum + person.items, 0);
    return items === 0 ? null : formatQuantity(items, 'item was left out', 'items were left out');
  });
  protected readonly leftOutPeople = computed(() => formatQuantity(this.leftOut().length, 'person', 'people'));
  protected readonly leftOutNames = computed(() =>
    namesOf(
      this.leftOut()
        .slice(0, SHOWN_PEOPLE)
        .map(({ name, items }) => `${name} (${formatCount(items)})`),
      this.leftOut().length,
    ),
  );

  protected showEach({ code, title }: FailureGroup, open: boolean): void {
    const others = [...this.shownEach()].filter((cause) => cause !== (code ?? title));
    this.shownEach.set(new Set(open ? [...others, code ?? title] : others));
  }
}

/** "Ann, Bob, Cy and 4 more". */
function namesOf(shown: readonly string[], people: number): string {
  return [shown.join(', '), moreThan(people)].filter(Boolean).join(' ');
}

function moreThan(people: number): string | null {
  return people > SHOWN_PEOPLE ? JOB_DETAIL_TEXTS.failures.more(formatCount(people - SHOWN_PEOPLE)) : null;
}
