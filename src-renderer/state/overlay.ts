/** Whether a dialog, a menu or a list is open over the screen. A closed one may stay in the document, out of sight. */
export function isOverlayOpen(): boolean {
  const overlays = document.querySelectorAll('[role="dialog"], [role="menu"], [role="listbox"]');
  return [...overlays].some((overlay) => overlay.checkVisibility());
}
