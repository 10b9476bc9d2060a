import { type ReactNode, useMemo } from 'react';
import { STARTING_ADJUSTMENTS } from '#shared/posts/evidence/starting-adjustments';
import { useWorkspace } from '../../state/workspace';
import { zoneChoices } from '../../state/zone-choices';
import type { AudienceForm, AudienceProblem } from './audience-form';
import { ShareFields } from './share-fields';

interface AudienceFieldsProps {
  readonly form: AudienceForm;
  readonly problems: AudienceProblem;
  readonly onChange: (patch: Partial<AudienceForm>) => void;
  /** Stands at the foot. */
  readonly children?: ReactNode;
}

const AGES = ['13-17', '18-24', '25-34', '35-44', '45-54', '55-64', '65+'];

/** Who watches: where they live, how old they are, on what they look. */
export function AudienceFields({ form, problems, onChange, children }: AudienceFieldsProps) {
  const zone = useWorkspace((state) => state.settings.timeZone);
  const zones = useMemo(() => zoneChoices(zone).map(({ value }) => value), [zone]);
  const named = (part: 'age' | 'device') =>
    STARTING_ADJUSTMENTS.demographic.flatMap((one) => (one.part === part ? [one.name] : []));
  return (
    <>
      <ShareFields
        label="Time zones"
        namePlaceholder="Europe/Helsinki, UTC-5"
        names={zones}
        rows={form.zones}
        problem={problems.zones ?? null}
        onChange={(rows) => onChange({ zones: rows })}
      />
      <ShareFields
        label="Age"
        namePlaceholder="25-34"
        names={[...new Set([...AGES, ...named('age')])]}
        rows={form.ages}
        problem={problems.ages ?? null}
        onChange={(rows) => onChange({ ages: rows })}
      />
      <ShareFields
        label="Devices"
        namePlaceholder="mobile"
        names={[...new Set(['mobile', 'desktop', 'tablet', ...named('device')])]}
        rows={form.devices}
        problem={problems.devices ?? null}
        onChange={(rows) => onChange({ devices: rows })}
      />
      {children}
    </>
  );
}
