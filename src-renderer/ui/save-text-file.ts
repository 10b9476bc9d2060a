/** Hands a text to the user as a file, through the browser's own download. */
export function saveTextFile(name: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download holds its own reference once it began.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
