export function PlanControl(): null {
  return null;
}
