import type { Platform } from '#shared/posts/nouns/platform';
import { PLATFORM_CATALOG } from '#shared/posts/nouns/platform-catalog';
import { QuietButton } from '../../ui';

interface PlatformResetProps {
  readonly platform: Platform;
  /** Whether it stands among the user's own: added, or a built-in one changed. */
  readonly isOwn: boolean;
  readonly onReset: (words: string) => void;
}

/** Removes a platform that was added, or gives a built-in one back as it was. Refused while posts or figures are in need of it. */
export function PlatformReset({ platform, isOwn, onReset }: PlatformResetProps) {
  if (!isOwn) return null;
  const builtIn = PLATFORM_CATALOG.some(({ id }) => id === platform.id);
  return (
    <div>
      {builtIn ? (
        <QuietButton onClick={() => onReset(`${platform.name} is as built in again`)}>
          Back to the built-in one
        </QuietButton>
      ) : (
        <QuietButton onClick={() => onReset(`Removed ${platform.name}`)}>Remove this platform</QuietButton>
      )}
    </div>
  );
}
