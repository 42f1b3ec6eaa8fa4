/** Encoded words in header fields (RFC 2047). */
const WORD = /=\?([^?*\s]+)(?:\*[^?]*)?\?([BQ])\?([^?\s]*)\?=/gi;
const BETWEEN_WORDS = /(\?=)\s+(?==\?[^?\s]+\?[BQ]\?)/gi;

/** A header field as a person reads it; what cannot be decoded stays as it is. */
export function decodeEncodedWords(field: string): string {
  return field.replace(BETWEEN_WORDS, '$1').replace(WORD, (whole, charset: string, encoding: string, text: string) => {
    const bytes = encoding.toUpperCase() === 'B' ? Buffer.from(text, 'base64') : bytesOfQ(text);
    try {
      return new TextDecoder(charset).decode(bytes);
    } catch {
      return whole;
    }
  });
}

function bytesOfQ(text: string): Buffer {
  const plain = text.replaceAll('_', ' ').replace(/=([0-9A-F]{2})/gi, (_whole, hex: string) => {
    return String.fromCharCode(Number.parseInt(hex, 16));
  });
  return Buffer.from(plain, 'latin1');
}
