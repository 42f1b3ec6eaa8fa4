import type { Routes } from '@angular/router';

export const jobsRoutes: Routes = [
  { path: '', title: 'Jobs', loadComponent: async () => (await import('./job-list/job-list-page')).JobListPage },
  {
    path: 'new',
    title: 'New job',
    loadComponent: async () => (await import('./job-create/job-create-page')).JobCreatePage,
  },
  {
    path: ':id',
    title: 'Job',
    loadComponent: async () => (await import('./job-detail/job-detail-page')).JobDetailPage,
  },
  {
    path: ':id/people/:personId',
    title: 'Person',
    loadComponent: async () => (await import('./person/person-page')).PersonPage,
  },
  {
    path: ':id/report',
    title: 'Report',
    loadComponent: async () => (await import('./job-report/job-report-page')).JobReportPage,
  },
];
