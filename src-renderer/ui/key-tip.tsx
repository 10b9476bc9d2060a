import { Tooltip, type TooltipProps } from '@mantine/core';
import { Kbd } from './kbd';

interface KeyTipProps extends Omit<TooltipProps, 'label'> {
  readonly label: string;
  /** The key that does the same. */
  readonly shortcut?: string | undefined;
}

/** A tooltip that names a control and shows its key. A disabled one is left out: even out of sight it would take the next Escape. */
export function KeyTip({ label, shortcut, disabled = false, ...rest }: KeyTipProps) {
  if (disabled) return rest.children;
  return (
    <Tooltip
      label={
        shortcut ? (
          <span style={{ display: 'inline-flex', alignItems: 'center', gap: 6 }}>
            {label}
            <Kbd>{shortcut}</Kbd>
          </span>
        ) : (
          label
        )
      }
      {...rest}
    />
  );
}
