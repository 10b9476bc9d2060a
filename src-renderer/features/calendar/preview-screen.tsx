export function PreviewScreen(): null {
  return null;
}
