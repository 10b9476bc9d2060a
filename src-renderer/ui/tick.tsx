import type { ComponentProps } from 'react';
import classes from './tick.module.css';

/** A checkbox without words, for the rows of long lists: it looks like the others and costs a row nearly nothing. */
export function Tick(props: Omit<ComponentProps<'input'>, 'type' | 'className'>) {
  return <input type="checkbox" className={classes.tick} {...props} />;
}
