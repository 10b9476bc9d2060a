import { Switch, type SwitchProps } from '@mantine/core';
import classes from './settings.module.css';

/** A switch whose thumb stands out from the ink track in both schemes. */
export function Toggle(props: Omit<SwitchProps, 'classNames'>) {
  return <Switch classNames={{ thumb: classes.thumb }} {...props} />;
}
