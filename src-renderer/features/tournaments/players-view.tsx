import { Checkbox, TextInput } from '@mantine/core';
import { IconCalendarShare, IconSearch } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { checkIn } from '../../state/tournaments';
import { formatTime, IconButton, useRowWindow } from '../../ui';
import { perform } from './perform';
import { playerList } from './player-card';
import classes from './players-view.module.css';
import { saveCalendar } from './save-calendar';
import type { TournamentView } from './tournament-view';

interface PlayersViewProps {
  readonly view: TournamentView;
  readonly person: string | null;
  readonly onPerson: (person: string | null) => void;
}

const ROW = 36;

/** Everyone who plays: when next, results so far, and whether they are there. */
export function PlayersView({ view, person, onPerson }: PlayersViewProps) {
  const [search, setSearch] = useState('');
  const scroller = useRef<HTMLDivElement>(null);
  const players = useMemo(() => playerList(view), [view]);
  const wanted = search.trim().toLowerCase();
  const shown = players.filter(
    ({ name, club, categories }) =>
      wanted === '' || [name, club ?? '', ...categories].some((text) => text.toLowerCase().includes(wanted)),
  );
  const { from, to } = useRowWindow(scroller, ROW, shown.length);
  const there = players.filter(({ isThere }) => isThere).length;
  return (
    <div className={classes.view}>
      <div className={classes.bar}>
        <TextInput
          aria-label="Search players"
          placeholder="Search name, club or category"
          leftSection={<IconSearch size={14} stroke={1.6} />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <span>{`${players.length} ${players.length === 1 ? 'player' : 'players'}, ${there} checked in`}</span>
      </div>
      <div className={classes.scroller} ref={scroller}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Player</th>
              <th scope="col">Club</th>
              <th scope="col">Categories</th>
              <th scope="col" className={classes.number}>
                Matches
              </th>
              <th scope="col" className={classes.number}>
                Won
              </th>
              <th scope="col" className={classes.number}>
                Lost
              </th>
              <th scope="col">Next</th>
              <th scope="col">There</th>
              <th scope="col">
                <span className="dw-visually-hidden">Calendar</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {from > 0 ? (
              <tr className={classes.spacer} style={{ height: from * ROW }}>
                <td colSpan={9} />
              </tr>
            ) : null}
            {shown.slice(from, to).map((row) => (
              <tr key={row.person} data-chosen={row.person === person || undefined}>
                <th scope="row">
                  <button
                    type="button"
                    aria-pressed={row.person === person}
                    onClick={() => onPerson(row.person === person ? null : row.person)}
                  >
                    {row.isMe ? `${row.name}, you` : row.name}
                  </button>
                </th>
                <td>{row.club ?? ''}</td>
                <td>{row.categories.join(', ')}</td>
                <td className={classes.number}>{row.matches}</td>
                <td className={classes.number}>{row.won}</td>
                <td className={classes.number}>{row.lost}</td>
                <td>{row.next === null ? (row.isIn ? '–' : 'out') : formatTime(view.zone, row.next)}</td>
                <td>
                  <Checkbox
                    aria-label={`${row.name} is there`}
                    checked={row.isThere}
                    onChange={(event) =>
                      void perform(view, checkIn(view.document.id, row.person, event.currentTarget.checked))
                    }
                  />
                </td>
                <td>
                  <IconButton
                    label={`Save the matches of ${row.name} as .ics`}
                    onClick={() => void saveCalendar(view, { kind: 'player', id: row.person })}
                  >
                    <IconCalendarShare size={16} stroke={1.6} aria-hidden="true" />
                  </IconButton>
                </td>
              </tr>
            ))}
            {to < shown.length ? (
              <tr className={classes.spacer} style={{ height: (shown.length - to) * ROW }}>
                <td colSpan={9} />
              </tr>
            ) : null}
          </tbody>
        </table>
        {shown.length === 0 ? (
          <p className={classes.none}>{players.length === 0 ? 'No entries yet.' : 'Nobody is called that.'}</p>
        ) : null}
      </div>
    </div>
  );
}
