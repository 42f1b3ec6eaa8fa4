import { webcrypto } from 'node:crypto';
import { ReadableStream, TextDecoderStream } from 'node:stream/web';
import { setupZonelessTestEnv } from 'jest-preset-angular/setup-env/zoneless';

// What every browser has and the DOM of Jest does not.
Object.assign(globalThis, { ReadableStream, TextDecoderStream });
Object.defineProperty(globalThis, 'crypto', { value: webcrypto });
Object.defineProperty(window, 'matchMedia', {
  value: (media: string) => ({ media, matches: false, addListener: () => undefined, removeListener: () => undefined }),
});

setupZonelessTestEnv({ errorOnUnknownElements: true, errorOnUnknownProperties: true });
