export { itemStoreContract, type StoreUnderTest } from './item-store-contract';
export { bytesOf, isSame, listAll } from './read-store';
export { newItem, sampleItem, type SampleItem } from './sample-items';
