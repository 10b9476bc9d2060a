export function TaskEditor(_props: Record<string, unknown>): null {
  return null;
}
export function TasksScreen(_props: Record<string, unknown>): null {
  return null;
}
export function ToPlaceList(_props: Record<string, unknown>): null {
  return null;
}
