import { Component } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { EmptyState } from '../ui/empty-state/empty-state';

@Component({
  selector: 'ferry-not-found-page',
  imports: [EmptyState, MatButton, RouterLink],
  template: `
    <h1 class="visually-hidden">Not found</h1>
    <ferry-empty-state icon="search" heading="There is no such page">
      The address may be mistyped, or what it showed was deleted.
      <a action matButton="outlined" routerLink="/jobs">Go to jobs</a>
    </ferry-empty-state>
  `,
  host: { class: 'page' },
})
export class NotFoundPage {}
