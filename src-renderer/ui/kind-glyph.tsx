import { IconCheck, IconLock, IconRepeat, IconSend, IconTrophy } from '@tabler/icons-react';

interface KindGlyphProps {
  readonly kind: 'task' | 'habit' | 'post' | 'match' | 'event';
  readonly done?: boolean;
  readonly locked?: boolean;
  /** 11 in blocks, 14 in buttons, 16 in rows. */
  readonly size?: 11 | 14 | 16;
}

/** The glyph that tells a kind without its colour. Tasks have none unless locked or done; events have their edge. */
export function KindGlyph({ kind, done = false, locked = false, size = 11 }: KindGlyphProps) {
  const glyph = { size, stroke: 1.6, 'aria-hidden': true } as const;
  if (done) return <IconCheck {...glyph} />;
  if (locked) return <IconLock {...glyph} />;
  switch (kind) {
    case 'habit':
      return <IconRepeat {...glyph} />;
    case 'post':
      return <IconSend {...glyph} />;
    case 'match':
      return <IconTrophy {...glyph} />;
    default:
      return null;
  }
}
