import { Menu } from '@mantine/core';
import {
  IconAdjustments,
  IconCheck,
  IconChevronDown,
  IconCopy,
  IconDownload,
  IconPlus,
  IconTrash,
  IconUpload,
} from '@tabler/icons-react';
import { useRef } from 'react';
import { newTournament } from '../../state/new-tournament';
import { resetTournamentPlace, setTournamentPlace } from '../../state/tournament-place';
import {
  duplicateTournament,
  exportTournament,
  importTournament,
  openTournament,
  removeTournament,
  useTournaments,
} from '../../state/tournaments';
import { saveTextFile } from '../../ui';
import { perform, performWithUndo } from './perform';
import classes from './tournament-title.module.css';
import type { TournamentView } from './tournament-view';

/** The name of the open tournament; behind it the others, and what can be done with this one. */
export function TournamentTitle({ view }: { readonly view: TournamentView }) {
  const tournaments = useTournaments();
  const file = useRef<HTMLInputElement>(null);
  const { id } = view.document;
  const name = view.document.name ?? 'Tournament';
  const icon = { size: 14, stroke: 1.6 } as const;
  const save = () => {
    const text = exportTournament(id);
    if (text.ok) saveTextFile(`${name}.json`, text.value, 'application/json');
  };
  const read = async (files: FileList | null) => {
    const text = await files?.[0]?.text();
    if (text !== undefined && (await perform(view, importTournament(text)))) resetTournamentPlace();
  };
  return (
    <>
      <Menu position="bottom-start" width={264}>
        <Menu.Target>
          <button type="button" className={classes.title} aria-label={`${name}. Switch or change the tournament`}>
            <span>{name}</span>
            <IconChevronDown size={14} stroke={1.6} aria-hidden="true" />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {tournaments.map((one) => (
            <Menu.Item
              key={one.id}
              leftSection={one.id === id ? <IconCheck {...icon} /> : <span className={classes.blank} />}
              onClick={() => {
                openTournament(one.id);
                resetTournamentPlace();
              }}
            >
              {one.name ?? 'Tournament'}
              <small className={classes.date}>{one.start.slice(0, 10)}</small>
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item leftSection={<IconAdjustments {...icon} />} onClick={() => setTournamentPlace({ panel: 'setup' })}>
            Set up or rename
          </Menu.Item>
          <Menu.Item
            leftSection={<IconCopy {...icon} />}
            onClick={() => void performWithUndo(duplicateTournament(id), `Duplicated “${name}”`)}
          >
            Duplicate
          </Menu.Item>
          <Menu.Item leftSection={<IconDownload {...icon} />} onClick={save}>
            Save as a file
          </Menu.Item>
          <Menu.Item
            leftSection={<IconTrash {...icon} />}
            onClick={() => void performWithUndo(removeTournament(id), `Deleted “${name}”`)}
          >
            Delete
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconPlus {...icon} />} onClick={() => void newTournament()}>
            New tournament
          </Menu.Item>
          <Menu.Item leftSection={<IconUpload {...icon} />} onClick={() => file.current?.click()}>
            Open a file
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <input
        ref={file}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label="Tournament file"
        onChange={(event) => {
          void read(event.currentTarget.files);
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}
