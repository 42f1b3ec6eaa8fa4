import { wholeNumber } from '../setting';

/** What callers may ask for, and how often. */
export const REQUEST_SETTINGS = {
  throttleRequests: wholeNumber(
    {
      name: 'FERRY_THROTTLE_REQUESTS',
      description:
        'How many requests a caller may send in `FERRY_THROTTLE_SECONDS`, to each process; more are answered 429. 0 sets no limit.',
    },
    10_000,
    0,
    1_000_000_000,
  ),
  throttleSeconds: wholeNumber(
    { name: 'FERRY_THROTTLE_SECONDS', description: 'The time in which requests of a caller are counted.' },
    10,
    1,
    86_400,
  ),
  bodyLimit: wholeNumber(
    { name: 'FERRY_BODY_LIMIT', description: 'Largest request body in bytes, after decompression.' },
    4_194_304,
    1_024,
    104_857_600,
  ),
} as const;
