import { Component, computed, input, output } from '@angular/core';
import type { PreflightFinding } from '@ferry/contracts';
import { causesOf, type PreflightResult } from '../jobs/data/job-draft/preflight-causes';
import { WORKLOAD_FACES } from '../jobs/labels/workload-faces';
import { Icon } from '../ui/icon/icon';
import { CauseCard } from './cause-card';
import { PREFLIGHT_TEXTS } from './preflight.texts';

/** What checks before any job found: by cause and person with evidence, what is gone since, and every check in numbers. */
@Component({
  selector: 'ferry-preflight-findings',
  imports: [CauseCard, Icon],
  templateUrl: './preflight-findings.html',
  styleUrl: './preflight-findings.css',
})
export class PreflightFindings {
  readonly result = input.required<PreflightResult>();
  /** Who is left out; null where nobody can be. */
  readonly leftOut = input<ReadonlySet<string> | null>(null);
  readonly nameOf = input.required<(id: string) => string>();

  readonly leave = output<{ ids: readonly string[]; isOut: boolean }>();

  protected readonly texts = PREFLIGHT_TEXTS;
  protected readonly causes = computed(() => causesOf(this.result().findings));

  protected goneText({ personId, service, code }: PreflightFinding): string {
    return `${this.nameOf()(personId)} · ${WORKLOAD_FACES[service].label} · ${code}`;
  }
}
