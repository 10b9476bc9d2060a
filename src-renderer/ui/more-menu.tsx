import { Menu, type MenuProps } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { IconButton } from './buttons';

interface MoreMenuProps extends Pick<MenuProps, 'width'> {
  readonly label: string;
  /** Of the button. */
  readonly className?: string | undefined;
  /** The items. */
  readonly children: ReactNode;
}

/** What else can be done, behind three dots. */
export function MoreMenu({ label, className, children, ...rest }: MoreMenuProps) {
  return (
    <Menu position="bottom-end" withinPortal {...rest}>
      <Menu.Target>
        <IconButton label={label} className={className}>
          <IconDots size={16} stroke={1.6} aria-hidden="true" />
        </IconButton>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}
