import type PDFDocument from 'pdfkit';
import type { PdfFonts } from './pdf-fonts';

/** A column of a table; its width is in points. */
export interface PdfColumn {
  readonly title: string;
  readonly width: number;
  readonly isNumber?: boolean;
}

/** One line of a table. What deserves a look is bold, so that it is seen without colour. */
export interface PdfRow {
  readonly cells: readonly string[];
  readonly isBold?: boolean;
}

/** Points: A4 across, with a margin that printers can keep. */
const MARGIN = 36;
const FOOTER = 24;
const LINE = 13;
const TEXT = 7.5;
const ROW_TEXT = { lineBreak: false } as const;

/**
 * The pages of a report: text and tables from top to bottom, a new page where one is full, with the head of the table again
 * and a number at the foot. Pages are written when they are full and not held.
 */
export class PdfSheet {
  private pages = 0;
  private y = 0;
  private columns: readonly PdfColumn[] = [];

  constructor(
    private readonly document: PDFKit.PDFDocument,
    private readonly fonts: PdfFonts,
    private readonly foot: string,
  ) {
    document.registerFont('regular', fonts.regular).registerFont('bold', fonts.bold);
    this.turn();
  }

  /** How many pages there are so far. */
  get length(): number {
    return this.pages;
  }

  heading(text: string, size = 12): void {
    this.columns = [];
    this.need(size * 4);
    if (this.y > MARGIN) this.y += size / 2;
    this.document.font('bold', size).text(this.fitting(text, this.width), MARGIN, this.y, ROW_TEXT);
    this.y += size * 1.6;
  }

  /** A paragraph over the whole width. */
  paragraph(text: string): void {
    const words = printable(text);
    const height = this.document.font('regular', TEXT + 0.5).heightOfString(words, { width: this.width });
    this.need(height);
    this.document.text(words, MARGIN, this.y, { width: this.width });
    this.y += height + 3;
  }

  /** Begins a table; its rows follow. */
  table(columns: readonly PdfColumn[]): void {
    this.columns = columns;
    this.need(LINE * 3);
    this.head();
  }

  row({ cells, isBold = false }: PdfRow): void {
    if (this.y + LINE > this.bottom) {
      this.turn();
      this.head();
    }
    this.line(cells, isBold ? 'bold' : 'regular');
    this.rule(0.25);
  }

  private get width(): number {
    return this.document.page.width - 2 * MARGIN;
  }

  private get bottom(): number {
    return this.document.page.height - MARGIN - FOOTER;
  }

  private head(): void {
    this.line(
      this.columns.map(({ title }) => title),
      'bold',
    );
    this.rule(1);
  }

  private line(cells: readonly string[], font: 'regular' | 'bold'): void {
    this.document.font(font, TEXT);
    let x = MARGIN;
    for (const [index, { width, isNumber }] of this.columns.entries()) {
      const text = this.fitting(cells[index] ?? '', width - 6);
      const left = isNumber ? x + width - 6 - this.document.widthOfString(text) : x;
      if (text !== '') this.document.text(text, left, this.y, ROW_TEXT);
      x += width;
    }
    this.y += LINE - 3;
  }

  private rule(thickness: number): void {
    const right = MARGIN + this.width;
    this.document.lineWidth(thickness).moveTo(MARGIN, this.y).lineTo(right, this.y).stroke('black');
    this.y += 3;
  }

  /** The text, or its beginning with an ellipsis where it is too wide. */
  private fitting(text: string, width: number): string {
    const whole = printable(text);
    if (this.document.widthOfString(whole) <= width) return whole;
    const letters = [...whole];
    let [fits, tooMany] = [0, letters.length];
    while (fits + 1 < tooMany) {
      const half = (fits + tooMany) >> 1;
      const part = `${letters.slice(0, half).join('')}…`;
      if (this.document.widthOfString(part) <= width) fits = half;
      else tooMany = half;
    }
    return `${letters.slice(0, fits).join('')}…`;
  }

  private need(height: number): void {
    if (this.y + height > this.bottom) this.turn();
  }

  private turn(): void {
    // The margin below is nothing to the library, or it would begin a page of its own for the foot.
    this.document.addPage({ size: 'A4', layout: 'landscape', margins: { top: 0, bottom: 0, left: 0, right: 0 } });
    this.pages += 1;
    this.document.font('regular', TEXT);
    const y = this.document.page.height - MARGIN - TEXT;
    const number = `Page ${this.pages}`;
    const right = MARGIN + this.width - this.document.widthOfString(number);
    this.document.text(this.fitting(this.foot, this.width - 80), MARGIN, y, ROW_TEXT).text(number, right, y, ROW_TEXT);
    this.y = MARGIN;
  }
}

/** A text in composed letters and without signs that only control, such as one that turns the direction of writing. */
export function printable(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .trim();
}

/** An empty document; a {@link PdfSheet} adds its pages. */
export async function pdfDocument(fonts: PdfFonts, title: string, made: Date): Promise<PDFKit.PDFDocument> {
  const { default: Document }: { default: typeof PDFDocument } = await import('pdfkit');
  const info = { Title: title, Creator: 'Ferry', Producer: 'Ferry', CreationDate: made };
  // The types know a font by its file only; the library takes its bytes, too.
  const font = fonts.regular as unknown as string;
  return new Document({ autoFirstPage: false, font, info, lang: 'en', displayTitle: true, pdfVersion: '1.7' });
}
