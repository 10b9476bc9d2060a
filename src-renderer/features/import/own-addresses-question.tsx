import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { ImportedFile } from '#shared/calendar/imported';
import { answerOwnAddresses } from '../../state/importing';
import { runEdit } from '../../state/run-edit';
import { counted, Dot, QuietButton, SecondaryButton } from '../../ui';
import classes from './problem-list.module.css';

interface OwnAddressesQuestionProps {
  readonly addresses: NonNullable<ImportedFile['addresses']>;
}

/** Asked once: what the user declined must not take time, and the file cannot say who the user is. */
export function OwnAddressesQuestion({ addresses }: OwnAddressesQuestionProps) {
  const [own, setOwn] = useState<ReadonlySet<string>>(new Set());
  const tick = (address: string, ticked: boolean) => {
    const next = new Set(own);
    if (ticked) next.add(address);
    else next.delete(address);
    setOwn(next);
  };
  return (
    <fieldset className={classes.question}>
      <legend>
        <Dot tone="warn" />
        Which of these addresses are you?
      </legend>
      <p className={classes.why}>What you declined stays visible and takes no time.</p>
      {addresses.map(({ address, events, declined }) => (
        <Checkbox
          key={address}
          label={address}
          description={`${counted(events, 'event')}${declined > 0 ? `, ${declined.toLocaleString('en')} declined` : ''}`}
          checked={own.has(address)}
          onChange={(event) => tick(address, event.currentTarget.checked)}
        />
      ))}
      <div className={classes.answers}>
        <SecondaryButton disabled={own.size === 0} onClick={() => void runEdit(answerOwnAddresses([...own]))}>
          Use
        </SecondaryButton>
        <QuietButton onClick={() => void runEdit(answerOwnAddresses([]))}>None of these</QuietButton>
      </div>
    </fieldset>
  );
}
