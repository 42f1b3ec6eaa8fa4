import type { Routes } from '@angular/router';
import { jobsRoutes } from './jobs/jobs.routes';
import { sessionGuard } from './session/session-guard';
import { Shell } from './shell/shell';
import { tenantsRoutes } from './tenants/tenants.routes';

/**
 * Pages are loaded when they are visited. The frame around them comes with the first files: nearly everybody who comes has
 * signed in, and as files of its own it was twenty, behind the first ones.
 */
export const routes: Routes = [
  {
    path: 'sign-in',
    title: 'Sign in',
    loadComponent: async () => (await import('./sign-in/sign-in-page')).SignInPage,
  },
  {
    path: 'sign-in/callback',
    title: 'Sign in',
    loadComponent: async () => (await import('./sign-in/sign-in-callback-page')).SignInCallbackPage,
  },
  {
    path: '',
    canActivate: [sessionGuard],
    component: Shell,
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'overview' },
      {
        path: 'overview',
        title: 'Overview',
        loadComponent: async () => (await import('./overview/overview-page')).OverviewPage,
      },
      { path: 'jobs', children: jobsRoutes },
      { path: 'tenants', children: tenantsRoutes },
      {
        path: 'approvals',
        title: 'Approvals',
        loadComponent: async () => (await import('./approvals/approvals-page')).ApprovalsPage,
      },
      { path: 'audit', title: 'Audit', loadComponent: async () => (await import('./audit/audit-page')).AuditPage },
      {
        path: 'reports',
        title: 'Reports',
        loadComponent: async () => (await import('./reports/reports-page')).ReportsPage,
      },
      {
        path: 'settings',
        title: 'Settings',
        loadComponent: async () => (await import('./settings/settings-page')).SettingsPage,
      },
      {
        path: '**',
        title: 'Not found',
        loadComponent: async () => (await import('./shell/not-found-page')).NotFoundPage,
      },
    ],
  },
];
