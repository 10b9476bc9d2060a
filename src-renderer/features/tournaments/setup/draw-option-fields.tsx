import { Checkbox } from '@mantine/core';
import { type DrawOptions, type DrawType, drawOptionsSchema } from '#shared/tournaments/document';
import { NumberField } from './fields';
import classes from './setup.module.css';

interface DrawOptionFieldsProps {
  readonly type: DrawType;
  readonly options: DrawOptions | null;
  readonly onChange: (options: DrawOptions) => void;
}

/** What there is to choose for a format. */
export function DrawOptionFields({ type, options, onChange }: DrawOptionFieldsProps) {
  const now = options ?? drawOptionsSchema.parse({});
  const change = (patch: Partial<DrawOptions>) => onChange({ ...now, ...patch });
  const isKnockout = type === 'knockout' || type === 'groupsKnockout';
  if (type === 'given') return <p className={classes.hint}>Its matches stand in the document.</p>;
  return (
    <div className={classes.options}>
      {isKnockout ? (
        <>
          <Checkbox
            label="Third place"
            checked={now.thirdPlace}
            onChange={(event) => change({ thirdPlace: event.currentTarget.checked })}
          />
          <Checkbox
            label="Consolation"
            checked={now.consolation}
            onChange={(event) => change({ consolation: event.currentTarget.checked })}
          />
        </>
      ) : null}
      {type === 'groupsKnockout' ? (
        <>
          <NumberField
            label="Groups"
            value={now.groups}
            min={1}
            max={64}
            mayBeEmpty
            placeholder="of about 4"
            onStore={(groups) => change({ groups })}
          />
          <NumberField
            label="Go on"
            value={now.advance}
            min={1}
            max={16}
            onStore={(advance) => change({ advance: advance! })}
          />
        </>
      ) : null}
      {type === 'swiss' ? (
        <NumberField
          label="Rounds"
          value={now.swissRounds}
          min={1}
          max={30}
          mayBeEmpty
          placeholder="as a knockout"
          onStore={(swissRounds) => change({ swissRounds })}
        />
      ) : null}
      <Checkbox
        label="Clubmates apart"
        checked={now.separateClubs}
        onChange={(event) => change({ separateClubs: event.currentTarget.checked })}
      />
    </div>
  );
}
