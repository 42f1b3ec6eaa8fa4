/** Texts that have broken something somewhere. */
export const ODD_TEXTS = [
  ...[
    '',
    ' ',
    '\t',
    '\n',
    '\0',
    '\u0001',
    '\u007f',
    '\u00a0',
    '\u2028',
    '\ufeff',
    '\ufffd',
    '\u{1F600}',
    '\ud83d',
    '\udc00',
  ],
  ...[
    "'",
    "''",
    '"',
    '`',
    '\\',
    '%',
    '%%',
    '_',
    '/',
    '//',
    '../',
    '?',
    '#',
    '&',
    '=',
    '+',
    ';',
    '--',
    '/*',
    '*/',
    '$',
    '@',
  ],
  ...['null', 'true', 'undefined', 'NaN', 'INF', '-0', '1e400', '9007199254740993', '0x10', '1_000', '٣'],
  ...['constructor', '__proto__', 'toString', 'prototype', 'hasOwnProperty', '$where', '{{7*7}}', '${x}', '%s%n'],
  ..."'; drop table jobs; --|' or 1=1 --|\\u0000|%00|%ff|%c0%af|ÿ|é|e\u0301|İ|ß|日本語|ا".split('|'),
  ...['2030-02-30T00:00:00Z', '9999-12-31T23:59:59-14:00', '0001-01-01T00:00:00+14:00', '2030-01-01', 'tomorrow'],
  ...[
    '22222222-0000-4000-8000-000000000001',
    '22222222-0000-4000-8000-00000000000',
    '{22222222-0000-4000-8000-000000000001}',
  ],
  'x'.repeat(300),
  '('.repeat(150),
  "'".repeat(101),
];

/** A text with a few characters taken out, doubled, moved or put in. */
export function mutated(chance, text) {
  let changed = [...text];
  for (let left = 1 + chance.below(3); left > 0; left -= 1) {
    const at = chance.below(changed.length + 1);
    switch (chance.below(4)) {
      case 0:
        changed.splice(at, 1 + chance.below(4));
        break;
      case 1:
        changed.splice(at, 0, ...chance.of(ODD_TEXTS));
        break;
      case 2:
        changed.splice(at, 0, ...changed.slice(at, at + 1 + chance.below(8)));
        break;
      default:
        changed = [...changed.slice(at), ...changed.slice(0, at)];
    }
  }
  return changed.join('');
}
