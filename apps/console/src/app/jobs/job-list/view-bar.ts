import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import { Icon } from '../../ui/icon/icon';
import { isSameView, jobsQueryParameters, type JobsQuery } from '../data/jobs-query';
import { SavedViews } from '../data/saved-views';
import { JOB_LIST_TEXTS } from './job-list.texts';
import { READY_VIEWS } from './ready-views';
import { askViewName } from './save-view-dialog';

/** The views by name: those that everybody has, and one's own, which can be added and removed. */
@Component({
  selector: 'ferry-view-bar',
  imports: [Icon, MatButton, RouterLink],
  template: `
    <ul [attr.aria-label]="texts.views">
      @for (view of views(); track view.name) {
        <li>
          <a
            routerLink="/jobs"
            [queryParams]="view.parameters"
            [attr.aria-current]="view.current ? 'page' : null"
            [class.own]="view.isOwn"
            >{{ view.name }}</a
          >
          @if (view.isOwn) {
            <button type="button" [attr.aria-label]="texts.removeView(view.name)" (click)="saved.remove(view.name)">
              <ferry-icon name="x" />
            </button>
          }
        </li>
      }
    </ul>
    @if (canSave()) {
      <button matButton type="button" (click)="save()"><ferry-icon name="bookmark" />{{ texts.saveView }}</button>
    }
  `,
  styleUrl: './view-bar.css',
})
export class ViewBar {
  readonly query = input.required<JobsQuery>();

  protected readonly saved = inject(SavedViews);
  private readonly dialogs = inject(MatDialog);

  protected readonly texts = JOB_LIST_TEXTS;
  protected readonly views = computed(() => {
    const own = this.saved.views().map((view) => ({ ...view, isOwn: true }));
    return [...READY_VIEWS.map((view) => ({ ...view, isOwn: false })), ...own].map((view) => ({
      ...view,
      parameters: jobsQueryParameters(view.query),
      current: isSameView(view.query, this.query()),
    }));
  });
  protected readonly canSave = computed(() => !this.views().some(({ current }) => current));

  protected async save(): Promise<void> {
    const query = this.query();
    const name = await askViewName(this.dialogs);
    if (name !== null) this.saved.save(name, query);
  }
}
