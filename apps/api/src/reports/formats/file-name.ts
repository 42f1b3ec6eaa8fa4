/** What a file name must not hold on some system, and what would break a header. */
const NOT_IN_NAMES = /[\u0000-\u001f\u007f<>:"/\\|?*]+/gu;
const MOST_LETTERS = 100;

/** The name of the file with a report: that of its job and the day when it was made. */
export function reportFileName(displayName: string, made: Date, extension: string): string {
  const letters = [...displayName.replaceAll(NOT_IN_NAMES, ' ').trim()].slice(0, MOST_LETTERS).join('').trim();
  return `${letters || 'job'} report ${made.toISOString().slice(0, 10)}.${extension}`;
}

/**
 * `Content-Disposition` for a download: the name in ASCII for every client, and as it is for those that read `filename*`
 * (RFC 6266, RFC 8187).
 */
export function attachment(fileName: string): string {
  const ascii = fileName
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .replaceAll(/[^\x20-\x7e]/gu, '_')
    .replaceAll(/["\\%]/g, '_');
  const encoded = encodeURIComponent(fileName.toWellFormed()).replaceAll(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
