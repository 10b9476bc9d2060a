import { counted } from '../../ui';

/** `2.4 MB`, `812 kB`, `90 bytes`. */
export function formatBytes(bytes: number): string {
  if (bytes >= 1_000_000) return `${(bytes / 1_000_000).toFixed(1)} MB`;
  if (bytes >= 1_000) return `${Math.round(bytes / 1_000)} kB`;
  return counted(bytes, 'byte');
}
