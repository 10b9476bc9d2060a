// The import flow: read, look at it, one commit, undo.
export interface OpenedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export async function addImportFiles(files: readonly OpenedFile[]): Promise<void> {
  await Promise.all(files.map(async (file) => file.bytes.length));
}
