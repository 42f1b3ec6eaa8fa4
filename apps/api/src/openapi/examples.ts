/** A create body as the published example has it, for the sandbox (contract page 1.3.2). */
export const CREATE_EXAMPLE = {
  '@odata.type': '#microsoft.graph.crossTenantMigrationJob',
  displayName: 'First wave',
  sourceTenantId: '11111111-1111-4111-8111-111111111111',
  completeAfterDateTime: '2030-03-01T18:00:00Z',
  exchangeSettings: {
    '@odata.type': '#microsoft.graph.exchangeOnlineCrossTenantMigrationSettings',
    sourceEndpoint: 'contoso-endpoint',
    targetDeliveryDomain: 'fabrikam.example',
  },
  workloads: ['Exchange', 'ODSP', 'Teams', 'Meeting'],
  resourceType: 'Users',
  resources: ['22222222-0000-4000-8000-000000000001', '22222222-0000-4000-8000-000000000002'],
};

/** The answer to {@link CREATE_EXAMPLE}. */
export const CREATED_EXAMPLE = {
  '@odata.context': 'https://127.0.0.1:3443/v1.0/$metadata#solutions/migrations/crossTenantMigrationJobs/$entity',
  ...CREATE_EXAMPLE,
  id: '7f0c2a54-0d0f-4f0b-9b3e-2f6f5d0c1a11',
  jobType: 'validate',
  targetTenantId: '22222222-2222-4222-8222-222222222222',
  status: 'submitted',
  message: '',
  createdDateTime: '2030-02-10T09:15:30.123Z',
  createdBy: 'admin@fabrikam.example',
  lastUpdatedDateTime: '2030-02-10T09:15:30.123Z',
};
