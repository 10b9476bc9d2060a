import { type KeyboardEvent, useState } from 'react';
import type { Habit } from '#shared/habits/habit';
import type { Day } from '#shared/time/day';
import { recordAmount } from '../../state/edit';
import { runEdit } from '../../state/run-edit';
import { showNotice } from '../../state/toasts';
import classes from './amount-field.module.css';

interface AmountFieldProps {
  readonly habit: Habit & { readonly goal: NonNullable<Habit['goal']> };
  readonly day: Day;
  readonly amount: number | null;
}

/** How much was done of a countable goal. Enter or leaving the field stores it. */
export function AmountField({ habit, day, amount }: AmountFieldProps) {
  const [text, setText] = useState<string | null>(null);
  const stored = amount === null ? '' : String(amount);
  const store = async () => {
    const wanted = (text ?? stored).trim().replace(',', '.');
    setText(null);
    if (wanted === stored) return;
    const value = wanted === '' ? null : Number(wanted);
    if (value !== null && !(Number.isFinite(value) && value >= 0)) {
      showNotice({ title: `“${wanted}” is no amount for ${habit.title}. Write a number such as 12.`, tone: 'problem' });
      return;
    }
    await runEdit(recordAmount(habit.id, day, value));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') event.currentTarget.blur();
    if (event.key === 'Escape') setText(null);
  };
  const { kind, amount: goal, unit } = habit.goal;
  return (
    <span className={classes.amount}>
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        aria-label={`${habit.title}: how much, ${kind === 'atLeast' ? 'at least' : 'at most'} ${goal} ${unit}`.trim()}
        value={text ?? stored}
        placeholder="0"
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={() => void store()}
        onKeyDown={onKeyDown}
      />
      <span aria-hidden="true">{`${kind === 'atLeast' ? 'of' : 'of at most'} ${goal} ${unit}`.trim()}</span>
    </span>
  );
}
