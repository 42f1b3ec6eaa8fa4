import type { Routes } from '@angular/router';

export const tenantsRoutes: Routes = [
  {
    path: '',
    title: 'Tenants',
    loadComponent: async () => (await import('./tenant-list/tenant-list-page')).TenantListPage,
  },
  {
    path: 'new',
    title: 'Register a tenant',
    loadComponent: async () => (await import('./tenant-form/tenant-form-page')).TenantFormPage,
  },
  {
    path: ':tenantId',
    title: 'Tenant',
    loadComponent: async () => (await import('./tenant-detail/tenant-detail-page')).TenantDetailPage,
  },
  {
    path: ':tenantId/edit',
    title: 'Change a tenant',
    loadComponent: async () => (await import('./tenant-form/tenant-form-page')).TenantFormPage,
  },
  {
    path: ':tenantId/preflight',
    title: 'Check people',
    loadComponent: async () => (await import('./preflight/tenant-preflight-page')).TenantPreflightPage,
  },
  {
    path: ':tenantId/people',
    title: 'People',
    loadComponent: async () => (await import('./people/people-page')).PeoplePage,
  },
  {
    path: ':tenantId/people/import',
    title: 'Import people',
    loadComponent: async () => (await import('./people-import/people-import-page')).PeopleImportPage,
  },
  {
    path: ':tenantId/endpoints/new',
    title: 'Register an endpoint',
    loadComponent: async () => (await import('./endpoint-form/endpoint-form-page')).EndpointFormPage,
  },
  {
    path: ':tenantId/endpoints/:name',
    title: 'Migration endpoint',
    loadComponent: async () => (await import('./endpoint-detail/endpoint-detail-page')).EndpointDetailPage,
  },
  {
    path: ':tenantId/endpoints/:name/edit',
    title: 'Change an endpoint',
    loadComponent: async () => (await import('./endpoint-form/endpoint-form-page')).EndpointFormPage,
  },
];
