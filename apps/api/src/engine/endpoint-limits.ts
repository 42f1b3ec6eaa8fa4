import type { Config } from '../config/config';

/** What an endpoint says of its own pace; null where it leaves that to the settings. */
export interface OwnPace {
  readonly itemsPerSecond: number | null;
  readonly bytesPerSecond: number | null;
}

/** How fast may be copied through an endpoint; 0 is as fast as it goes. */
export interface EndpointRates {
  readonly itemsPerSecond: number;
  readonly bytesPerSecond: number;
}

type RateSettings = Pick<Config, 'endpointItemsPerSecond' | 'endpointBytesPerSecond'>;

/** The pace of an endpoint: its own, or that of the settings. Null where nothing limits it. */
export function ratesOf(own: OwnPace | null, config: RateSettings): EndpointRates | null {
  const rates = {
    itemsPerSecond: own?.itemsPerSecond ?? config.endpointItemsPerSecond,
    bytesPerSecond: own?.bytesPerSecond ?? config.endpointBytesPerSecond,
  };
  return rates.itemsPerSecond === 0 && rates.bytesPerSecond === 0 ? null : rates;
}

/** How long a batch takes at the given pace, in seconds. */
export function secondsFor(batch: { readonly items: number; readonly bytes: number }, rates: EndpointRates): number {
  const forItems = rates.itemsPerSecond === 0 ? 0 : batch.items / rates.itemsPerSecond;
  const forBytes = rates.bytesPerSecond === 0 ? 0 : batch.bytes / rates.bytesPerSecond;
  return Math.max(forItems, forBytes);
}

/** The pace in words, such as `20 items and 1000000 bytes`. */
export function ratesInWords({ itemsPerSecond, bytesPerSecond }: EndpointRates): string {
  return [
    ...(itemsPerSecond === 0 ? [] : [`${itemsPerSecond} items`]),
    ...(bytesPerSecond === 0 ? [] : [`${bytesPerSecond} bytes`]),
  ].join(' and ');
}
