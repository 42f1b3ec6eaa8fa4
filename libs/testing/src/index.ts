export { InMemoryItemStore, type StoreCall } from './in-memory-item-store';
export { fill, itemHeader } from './items';
export { checkFacts, createJobBody, jobSituation, personFacts, tenantSettings } from './jobs';
