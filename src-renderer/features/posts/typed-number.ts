/** A number as people type it in the form that `Number` reads: "12,5 %" gives "12.5". */
export function plainNumber(text: string): string {
  return text.replace('%', '').replace(',', '.').trim();
}
