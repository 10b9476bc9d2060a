import { useMediaQuery } from '@mantine/hooks';
import { useDeferredValue } from 'react';
import { ToPlaceList } from '../features/tasks';
import { goTo, useSection } from '../state/navigation';
import { usePlanning } from '../state/planning';
import { Dot, KeyTip } from '../ui';
import { CalendarList } from './calendar-list';
import { MiniMonth } from './mini-month';
import classes from './rail.module.css';
import { type SectionCount, useSectionCounts } from './section-counts';
import { SECTIONS, SETTINGS_SECTION, type SectionEntry } from './sections';

/** Sections, then what the screen needs beside it: To place for Week, Today and Preview, else the mini month and the calendars. */
export function Rail() {
  const section = useSection();
  const counts = useSectionCounts();
  const previewing = usePlanning((state) => state.phase === 'previewing');
  // It changes with the screen, and like it in slices.
  const beside = useDeferredValue(section);
  const showsToPlace = previewing || beside === 'week' || beside === 'today';
  return (
    <nav className={classes.rail} aria-label="Sections" data-region="rail">
      <ul className={classes.sections}>
        {SECTIONS.map((entry, index) => (
          <li key={entry.section}>
            <SectionLink
              entry={entry}
              active={section === entry.section}
              count={counts[entry.section]}
              shortcut={String(index + 1)}
            />
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
  readonly count?: SectionCount | undefined;
  readonly shortcut?: string;
}

function SectionLink({ entry, active, count, shortcut }: SectionLinkProps) {
  const Icon = entry.icon;
  // Where the rail shows words, a tooltip would only repeat them over the screen beside it.
  const iconsOnly = useMediaQuery('(width < 960px)', false) ?? false;
  return (
    <KeyTip label={entry.label} shortcut={shortcut} position="right" openDelay={600} disabled={!iconsOnly}>
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
            {count.warns ? <Dot tone="warn" /> : null}
            <span aria-hidden="true">{count.number}</span>
            <span className="dw-visually-hidden">{`, ${count.words}`}</span>
          </span>
        ) : null}
      </button>
    </KeyTip>
  );
}
