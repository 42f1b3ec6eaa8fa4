/** A file that the service sent: fetched, because a link could not carry the token. */
export interface DownloadedFile {
  readonly name: string;
  readonly content: Blob;
}

/** The name in `Content-Disposition` (RFC 6266): the one in UTF-8 if it is there; null when there is none. */
export function fileNameOf(disposition: string | null): string | null {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  if (encoded !== undefined) {
    try {
      return decodeURIComponent(encoded);
    } catch {
      // Not what the RFC says; the plain name is left.
    }
  }
  return /filename="([^"]*)"/i.exec(disposition ?? '')?.[1] ?? null;
}

/** Hands a file to the browser, which saves it. */
export function saveFile({ name, content }: DownloadedFile, document: Document): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
