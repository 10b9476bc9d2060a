import type { GroupTable } from './category-draw';
import classes from './standings-table.module.css';
import type { TournamentView } from './tournament-view';

interface StandingsTableProps {
  readonly view: TournamentView;
  readonly table: GroupTable;
}

/** A group, a round robin or a Swiss category: points, then points among those level. Who goes on stands above the line. */
export function StandingsTable({ view, table }: StandingsTableProps) {
  return (
    <table className={classes.table}>
      <caption>{table.title}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="dw-visually-hidden">Place</span>
          </th>
          <th scope="col" className={classes.name}>
            <span className="dw-visually-hidden">Entry</span>
          </th>
          <th scope="col">Played</th>
          <th scope="col">Won</th>
          <th scope="col">Points</th>
        </tr>
      </thead>
      <tbody>
        {table.standings.map((standing, index) => (
          <tr
            key={standing.entry}
            data-through={index < table.advance || undefined}
            data-me={isMe(view, standing.entry) || undefined}
          >
            <td>{index + 1}</td>
            <th scope="row" className={classes.name}>
              {view.nameOf(standing.entry)}
            </th>
            <td>{standing.played}</td>
            <td>{standing.won}</td>
            <td>{standing.points}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function isMe(view: TournamentView, entry: string): boolean {
  const players = view.document.participants.find(({ id }) => id === entry)?.players ?? [entry];
  return view.me.has(entry) || players.some((player) => view.me.has(player));
}
