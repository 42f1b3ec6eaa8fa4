export { copySlice, type CopyInput, type CopyResult } from './copy-slice';
export { countItems, survey } from './count-items';
export { type Arrival, type ArrivalLedger, followDepartures } from './follow-departures';
export { isBeginning } from './listing';
export { OwnershipLostError, type Checkpoint, type ItemState, type Ledger, type LedgerEntry } from './ledger';
export { verify, type ContainerVerification, type Verification, type VerifyInput } from './verify';
