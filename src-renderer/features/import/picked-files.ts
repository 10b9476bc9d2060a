import { addImportFiles, addUnreadableFile, type OpenedFile } from '../../state/importing';

/** Takes files that were dropped or picked. A folder becomes a row that says what to do. */
export function takeFiles(files: Iterable<File>): Promise<void> {
  return addImportFiles([...files].map(opened));
}

export function takeDropped(transfer: DataTransfer): Promise<void> {
  const files: OpenedFile[] = [];
  for (const item of transfer.items) {
    const entry = item.webkitGetAsEntry();
    const file = item.getAsFile();
    if (entry?.isDirectory) addUnreadableFile(entry.name, 'This is a folder. Drop the .ics files inside it.');
    else if (file) files.push(opened(file));
  }
  return addImportFiles(files);
}

function opened(file: File): OpenedFile {
  return { name: file.name, bytes: async () => new Uint8Array(await file.arrayBuffer()) };
}
