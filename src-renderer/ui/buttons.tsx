import { Button, type ButtonProps } from '@mantine/core';
import type { ComponentPropsWithoutRef, ReactNode, Ref } from 'react';
import classes from './buttons.module.css';
import { Kbd } from './kbd';
import { KeyTip } from './key-tip';

type NativeButton = Omit<ComponentPropsWithoutRef<'button'>, 'color' | 'style' | keyof ButtonProps>;

interface TextButtonProps extends ButtonProps, NativeButton {
  readonly children: ReactNode;
  /** The key that does the same, shown inside the button. */
  readonly shortcut?: string;
}

/** The single accent button of a toolbar or dialog. */
export function PrimaryButton({ shortcut, children, ...rest }: TextButtonProps) {
  return (
    <Button
      classNames={{ root: classes.primary, section: classes.section }}
      rightSection={shortcut ? <Kbd tone="accent">{shortcut}</Kbd> : undefined}
      {...rest}
    >
      {children}
    </Button>
  );
}

export function SecondaryButton({ shortcut, children, ...rest }: TextButtonProps) {
  return (
    <Button
      variant="default"
      classNames={{ root: classes.secondary, section: classes.section }}
      rightSection={shortcut ? <Kbd>{shortcut}</Kbd> : undefined}
      {...rest}
    >
      {children}
    </Button>
  );
}

/** A button that is only its word: "Undo", "Leave out". */
export function QuietButton({ shortcut, children, ...rest }: TextButtonProps) {
  return (
    <Button
      variant="subtle"
      classNames={{ root: classes.quiet, section: classes.section }}
      rightSection={shortcut ? <Kbd>{shortcut}</Kbd> : undefined}
      {...rest}
    >
      {children}
    </Button>
  );
}

interface IconButtonProps extends Omit<ComponentPropsWithoutRef<'button'>, 'color'> {
  /** The accessible name, also the tooltip. */
  readonly label: string;
  readonly shortcut?: string;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** 28 px, an icon and a tooltip with its key. */
export function IconButton({ label, shortcut, ...rest }: IconButtonProps) {
  return (
    <KeyTip label={label} shortcut={shortcut}>
      <BareIconButton label={label} {...rest} />
    </KeyTip>
  );
}

/** The same without its tooltip, which costs more than all the rest: for lists that bring it once a row is looked at. */
export function BareIconButton({ label, className, children, ...rest }: Omit<IconButtonProps, 'shortcut'>) {
  return (
    <button type="button" aria-label={label} className={[classes.icon, className].filter(Boolean).join(' ')} {...rest}>
      {children}
    </button>
  );
}
