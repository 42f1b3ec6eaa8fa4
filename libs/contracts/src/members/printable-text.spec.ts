import fc from 'fast-check';
import { validateSync } from 'class-validator';
import { Printable, Trimmed } from './printable-text';

class Label {
  @Trimmed()
  @Printable()
  text: unknown;
}

/** The rules that a text breaks. */
function broken(text: unknown): string[] {
  const [error] = validateSync(Object.assign(new Label(), { text }));
  return Object.keys(error?.constraints ?? {});
}

describe('Printable and Trimmed', () => {
  it.each(['wave 1', 'a/b', "O'Brien", '100 %', 'é', 'e\u0301', '日本語', '👩‍🚀', 'العربية', '\u{10FFFF}'])(
    'take %s',
    (text) => {
      expect(broken(text)).toEqual([]);
    },
  );

  it.each(['\0', 'a\u0000b', 'a\tb', 'a\nb', 'a\r\nb', 'a\u007fb', 'a\u0085b', 'a\u2028b', 'a\ud800', '\udc00a'])(
    'refuse %j, which would not come back or not be seen',
    (text) => {
      expect(broken(text)).toContain('isPrintable');
    },
  );

  it.each([' a', 'a ', '\u00a0a', 'a\u3000', '\ufeffa', ' '])('refuse the blanks around %j', (text) => {
    expect(broken(text)).toEqual(['isTrimmed']);
  });

  it('leave values that are no texts to the rules about types', () => {
    expect([5, null, undefined, [], {}].flatMap(broken)).toEqual([]);
  });

  it('take no text that UTF-8 or a line would change', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        if (broken(text).length > 0) return;
        expect(new TextDecoder().decode(new TextEncoder().encode(text))).toBe(text);
        expect(text.split(/[\0\r\n\u2028\u2029]/)).toHaveLength(1);
      }),
    );
  });
});
