// The one quick add field, so that a key or a command can put the cursor into it.
let field: HTMLInputElement | null = null;

export function setQuickAddField(next: HTMLInputElement | null): void {
  field = next;
}

/** Puts the cursor into the quick add field. Returns whether the field is on the screen. */
export function focusQuickAdd(): boolean {
  field?.focus();
  return field !== null;
}
