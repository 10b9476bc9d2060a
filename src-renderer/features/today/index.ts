export function TodayScreen(_props: Record<string, unknown>): null {
  return null;
}
