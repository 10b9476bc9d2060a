/** The sunrise mark, in ink. */
export function Mark() {
  return (
    <svg width="20" height="20" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="var(--dw-ink)" />
      <path
        d="M7.5 20.5a8.5 8.5 0 0 1 17 0"
        fill="none"
        stroke="var(--dw-on-ink)"
        strokeWidth="2.6"
        strokeLinecap="round"
      />
      <path d="M11.5 20.5h9" stroke="var(--dw-on-ink)" strokeWidth="2.6" strokeLinecap="round" />
    </svg>
  );
}
