import { Component } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { EmptyState } from '../ui/empty-state/empty-state';
import { SHELL_TEXTS } from './shell.texts';

@Component({
  selector: 'ferry-not-found-page',
  imports: [EmptyState, MatButton, RouterLink],
  template: `
    <h1 class="visually-hidden">{{ texts.notFound }}</h1>
    <ferry-empty-state icon="search" [heading]="texts.noSuchPage">
      {{ texts.noSuchPageHint }}
      <a action matButton="outlined" routerLink="/overview">{{ texts.goToOverview }}</a>
    </ferry-empty-state>
  `,
  host: { class: 'page' },
})
export class NotFoundPage {
  protected readonly texts = SHELL_TEXTS;
}
