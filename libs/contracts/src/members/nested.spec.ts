describe('Nested', () => {
  it('lets contracts be imported where nobody has loaded reflect-metadata', async () => {
    const reflect = Reflect as { getMetadata?: unknown };
    const { getMetadata } = reflect;
    delete reflect.getMetadata;
    try {
      await jest.isolateModulesAsync(async () => {
        const { CrossTenantMigrationJob } = await import('../index');
        const { plainToInstance } = await import('class-transformer');
        expect(reflect.getMetadata).toBeUndefined();
        const job = plainToInstance(CrossTenantMigrationJob, {
          users: [{ lastUpdatedDateTime: '2027-01-01T00:00:00Z' }],
        });
        expect(job.users?.[0]?.lastUpdatedDateTime).toEqual(new Date('2027-01-01T00:00:00Z'));
      });
    } finally {
      reflect.getMetadata = getMetadata;
    }
  });
});
