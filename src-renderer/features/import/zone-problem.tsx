import { Select } from '@mantine/core';
import { useState } from 'react';
import { chooseZone } from '../../state/importing';
import { useWorkspace } from '../../state/workspace';
import { zoneChoices, zoneOf } from '../../state/zone-choices';
import { SecondaryButton } from '../../ui';
import classes from './problem-list.module.css';

interface ZoneProblemProps {
  readonly fileId: string;
  /** As the file writes it. */
  readonly name: string;
  readonly reading: boolean;
}

/** A zone name that nothing explains: the user says where it is, and the file is read again with that. */
export function ZoneProblem({ fileId, name, reading }: ZoneProblemProps) {
  const own = useWorkspace((state) => state.settings.timeZone);
  const [chosen, setChosen] = useState<string>(own);
  const use = () => {
    const zone = zoneOf(chosen);
    if (zone) void chooseZone(fileId, name, zone);
  };
  return (
    <div className={classes.repairing}>
      <Select
        aria-label={`Zone of ${name}`}
        searchable
        data={zoneChoices(own)}
        value={chosen}
        allowDeselect={false}
        nothingFoundMessage="No such zone"
        onChange={(value) => setChosen(value ?? own)}
      />
      <SecondaryButton disabled={reading} onClick={use}>
        Use
      </SecondaryButton>
    </div>
  );
}
