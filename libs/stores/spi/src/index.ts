export { ITEM_KIND_OF_WORKLOAD, type ItemKind } from './item-kind';
export type { Container, ItemContent, ItemHeader, ItemPage, NewItem, WriteOutcome } from './item';
export type { ItemStore } from './item-store';
export {
  type CatalogueWords,
  ItemVanishedError,
  StoreError,
  StoreRefusedError,
  StoreThrottledError,
  type ThrottleScope,
  StoreUnavailableError,
} from './store-error';
