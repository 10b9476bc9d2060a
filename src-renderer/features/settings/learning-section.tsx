import { IconX } from '@tabler/icons-react';
import { type Leaning, leaningOf } from '#shared/tasks/learning';
import { forgetLearned } from '../../state/learning';
import { runEdit } from '../../state/run-edit';
import { useWorkspace } from '../../state/workspace';
import { IconButton, SecondaryButton } from '../../ui';
import { SettingRow, SettingSection } from './setting-row';
import classes from './settings.module.css';

/** What moves by hand have taught, each with its way back. */
export function LearningSection() {
  const learned = useWorkspace((state) => state.settings.learned);
  const projects = useWorkspace((state) => state.projects);
  const entries = Object.entries(learned ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  const nameOf = (key: string) => {
    const [kind, ...rest] = key.split(':');
    const name = rest.join(':');
    return kind === 'tag' ? `#${name}` : (projects.find(({ id }) => id === name)?.name ?? 'A project that is gone');
  };
  return (
    <SettingSection title="What Daywright has learned">
      <p className={classes.lead}>
        Where you move tasks yourself tells when the work of a project or tag suits you: the part of the day, the
        energy, and how soon. Tasks that say nothing themselves are drawn there after three moves alike.
      </p>
      {entries.length === 0 ? <p className={classes.hint}>Nothing yet. Move a task of a project to begin.</p> : null}
      {entries.map(([key, leanings]) => (
        <SettingRow
          key={key}
          label={nameOf(key)}
          hint={`${leaningWords(leaningOf(leanings))} · ${leanings.moves} ${leanings.moves === 1 ? 'move' : 'moves'}`}
        >
          {() => (
            <IconButton
              label={`Forget ${nameOf(key)}`}
              onClick={() => void runEdit(forgetLearned(key), `Forgot ${nameOf(key)}`)}
            >
              <IconX size={14} stroke={1.6} />
            </IconButton>
          )}
        </SettingRow>
      ))}
      {entries.length > 1 ? (
        <div>
          <SecondaryButton onClick={() => void runEdit(forgetLearned(null), 'Forgot all that was learned')}>
            Forget everything
          </SecondaryButton>
        </div>
      ) : null}
    </SettingSection>
  );
}

function leaningWords({ part, energy, waitDays }: Leaning): string {
  const words = [
    part === null ? '' : `in the ${part}`,
    energy === null ? '' : `at ${energy} energy`,
    waitDays === null ? '' : waitWords(waitDays),
  ].filter(Boolean);
  return words.length === 0 ? 'Not enough moves alike yet' : `Rather ${words.join(', ')}`;
}

function waitWords(days: number): string {
  if (days === 0) return 'on the day it is written down';
  return days === 1 ? 'the day after it is written down' : `${days} days after it is written down`;
}
