import { SegmentedControl } from '@mantine/core';
import classes from './segmented.module.css';

interface SegmentedProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}

/** The view switch: a grey track, the chosen one raised. */
export function Segmented<Value extends string>({ label, value, options, onChange }: SegmentedProps<Value>) {
  return (
    <SegmentedControl
      aria-label={label}
      classNames={{ root: classes.root, indicator: classes.indicator, label: classes.label }}
      value={value}
      data={options.map((option) => ({ value: option.value, label: option.label }))}
      onChange={(next) => onChange(next as Value)}
    />
  );
}
