import { Tooltip } from '@mantine/core';
import { ToPlaceList } from '../features/tasks';
import { goTo, useSection } from '../state/navigation';
import { usePlanning } from '../state/planning';
import { CalendarList } from './calendar-list';
import { MiniMonth } from './mini-month';
import classes from './rail.module.css';
import { useSectionCounts } from './section-counts';
import { SECTIONS, SETTINGS_SECTION, type SectionEntry } from './sections';

/** Sections, then what the screen needs beside it: To place for Week, Today and Preview, else the mini month and the calendars. */
export function Rail() {
  const section = useSection();
  const previewing = usePlanning((state) => state.phase === 'previewing');
  const showsToPlace = previewing || section === 'week' || section === 'today';
  return (
    <nav className={classes.rail} aria-label="Sections" data-region="rail">
      <ul className={classes.sections}>
        {SECTIONS.map((entry, index) => (
          <li key={entry.section}>
            <SectionLink entry={entry} active={section === entry.section} shortcut={String(index + 1)} />
          </li>
        ))}
      </ul>
      <div className={classes.beside}>
        {showsToPlace ? (
          <ToPlaceList />
        ) : (
          <>
            <MiniMonth />
            <CalendarList />
          </>
        )}
      </div>
      <SectionLink entry={SETTINGS_SECTION} active={section === 'settings'} />
    </nav>
  );
}

interface SectionLinkProps {
  readonly entry: SectionEntry;
  readonly active: boolean;
  readonly shortcut?: string;
}

function SectionLink({ entry, active, shortcut }: SectionLinkProps) {
  const count = useSectionCounts()[entry.section];
  const Icon = entry.icon;
  return (
    <Tooltip label={shortcut ? `${entry.label}  ${shortcut}` : entry.label} position="right" openDelay={600}>
      <button
        type="button"
        className={classes.link}
        aria-current={active ? 'page' : undefined}
        aria-keyshortcuts={shortcut}
        onClick={() => goTo(entry.section)}
      >
        <Icon size={16} stroke={1.6} aria-hidden="true" />
        <span className={classes.label}>{entry.label}</span>
        {count ? (
          <span className={classes.count}>
            <span aria-hidden="true">{count.number}</span>
            <span className="dw-visually-hidden">{`, ${count.words}`}</span>
          </span>
        ) : null}
      </button>
    </Tooltip>
  );
}
