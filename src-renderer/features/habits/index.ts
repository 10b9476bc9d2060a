export function HabitEditor(_props: Record<string, unknown>): null {
  return null;
}
export function HabitsScreen(_props: Record<string, unknown>): null {
  return null;
}
