// Tables exported by platforms and spreadsheets come as UTF-8, UTF-16 or in the code page of Windows.

/** The part of the platform's decoder that is used; it exists in Node and in browsers, but `src-shared` has neither's types. */
declare const TextDecoder: new (
  label: string,
  options?: { readonly fatal?: boolean },
) => { decode(bytes: Uint8Array): string };

/** The text of a file. UTF-16 is known by its byte order mark; what is no UTF-8 is read as Windows-1252, which holds Latin-1. */
export function textOfBytes(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
