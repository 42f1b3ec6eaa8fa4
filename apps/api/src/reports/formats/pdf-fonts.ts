import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** The fonts of a report, and which letters they have. */
export interface PdfFonts {
  readonly regular: Buffer;
  readonly bold: Buffer;
  /** Whether every letter of a text can be printed. */
  has(text: string): boolean;
}

const PACKAGE = 'dejavu-fonts-ttf/ttf';
let loading: Promise<PdfFonts> | undefined;

/** DejaVu Sans: Latin, Greek, Cyrillic, Armenian, Georgian and more, but no Chinese, Japanese or Korean. Read once. */
export function pdfFonts(): Promise<PdfFonts> {
  loading ??= load();
  return loading;
}

async function load(): Promise<PdfFonts> {
  const { resolve } = createRequire(import.meta.url);
  const [regular, bold] = await Promise.all(
    ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map((name) => readFile(resolve(`${PACKAGE}/${name}`))),
  );
  if (!regular || !bold) throw new Error('The fonts of reports are not installed.');
  const { create } = await import('fontkit');
  const font = create(regular);
  const known = 'hasGlyphForCodePoint' in font ? font : font.fonts[0];
  return {
    regular,
    bold,
    has: (text) => [...text].every((letter) => known?.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0) ?? false),
  };
}
