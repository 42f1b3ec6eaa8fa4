import { readSecretKey, type SecretKey } from '../../secrets/secret-key';
import { choice, type Setting, wholeNumber } from '../setting';

/** How tenants are reached, and how hard they may be worked. */
export const CONNECTION_SETTINGS = {
  privateHosts: {
    ...choice(
      {
        name: 'FERRY_PRIVATE_HOSTS',
        description:
          'Whether servers of tenants may have loopback and private addresses. Link-local addresses and metadata services of clouds are refused always.',
        defaultText: '`allow` in sandbox mode, else `refuse`',
      },
      'refuse',
      ['allow', 'refuse'],
    ),
    defaultValue: null as 'allow' | 'refuse' | null,
  },
  mailTimeoutSeconds: wholeNumber(
    {
      name: 'FERRY_MAIL_TIMEOUT_SECONDS',
      description:
        'How long a mail server may be silent while an answer is due. It is taken for hanging then, and tried again later.',
    },
    60,
    1,
    3_600,
  ),
  secretKey: {
    name: 'FERRY_SECRET_KEY',
    allowed: '256 bits in Base64, or as 64 hexadecimal digits',
    defaultText: 'with the embedded database, made once and kept in `FERRY_DATA_DIR/secrets`; with `DATABASE_URL` none',
    defaultValue: null,
    secret: true,
    description:
      'Key that passwords and client secrets are encrypted with, the same for all processes. Without one none can be stored.',
    parse: (given: string) => readSecretKey(given) ?? undefined,
  } satisfies Setting<SecretKey | null> as Setting<SecretKey | null>,
  secretKeyPrevious: {
    name: 'FERRY_SECRET_KEY_PREVIOUS',
    allowed: 'keys as in `FERRY_SECRET_KEY`, separated by blanks or commas',
    defaultText: 'none',
    defaultValue: [],
    secret: true,
    description:
      'Earlier keys, which only decrypt. What they encrypted is encrypted anew at the next start; then they can go.',
    parse: (given: string) => {
      const keys = given
        .split(/[\s,]+/)
        .filter((word) => word !== '')
        .map(readSecretKey);
      return keys.every((key) => key !== null) ? keys : undefined;
    },
  } satisfies Setting<readonly SecretKey[]> as Setting<readonly SecretKey[]>,
  endpointConnections: wholeNumber(
    {
      name: 'FERRY_ENDPOINT_CONNECTIONS',
      description:
        'How many workload runs may use one migration endpoint at a time, over all processes; an endpoint may say otherwise.',
    },
    20,
    1,
    1_000,
  ),
  endpointItemsPerSecond: wholeNumber(
    {
      name: 'FERRY_ENDPOINT_ITEMS_PER_SECOND',
      description:
        'How many items a second may be copied through one migration endpoint, over all processes; an endpoint may say otherwise. 0 sets no limit.',
    },
    0,
    0,
    1_000_000,
  ),
  endpointBytesPerSecond: wholeNumber(
    {
      name: 'FERRY_ENDPOINT_BYTES_PER_SECOND',
      description:
        'How many bytes of content a second may be copied through one migration endpoint, over all processes; an endpoint may say otherwise. 0 sets no limit.',
    },
    0,
    0,
    1_000_000_000_000,
  ),
} as const;
