import type { Routes } from '@angular/router';

export const jobsRoutes: Routes = [
  { path: '', title: 'Jobs', loadComponent: async () => (await import('./job-list/job-list-page')).JobListPage },
];
