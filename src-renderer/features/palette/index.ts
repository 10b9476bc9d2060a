export function CommandPalette(_props: Record<string, unknown>): null {
  return null;
}
export function openPalette(): void {}
