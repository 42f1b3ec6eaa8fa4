/** One of the two tenants of a migration. */
export enum MigrationSide {
  /** Where content comes from. */
  Source = 'source',
  /** Where it goes. */
  Target = 'target',
}
