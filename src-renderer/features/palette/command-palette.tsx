import { createSpotlight, Spotlight, useSpotlight } from '@mantine/spotlight';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useMemo, useState } from 'react';
import type { CalendarEvent } from '#shared/calendar/event';
import { MILLISECONDS_PER_DAY } from '#shared/time/instant';
import { dayAt } from '#shared/time/zone';
import { now } from '../../state/clock';
import { openEditor } from '../../state/editor';
import { eventsBetween } from '../../state/events';
import { goTo, setViewedDay } from '../../state/navigation';
import { quickAddDraft } from '../../state/quick-add/draft';
import { parseQuickAdd } from '../../state/quick-add/quick-add';
import { meaningWords } from '../../state/quick-add/words';
import { runEdit } from '../../state/run-edit';
import { saveTask } from '../../state/save-task';
import { select } from '../../state/selection';
import { useWorkspace, workspaceNow } from '../../state/workspace';
import { Kbd } from '../../ui';
import classes from './command-palette.module.css';
import { type Command, commandsNow } from './commands';
import { PaletteRow } from './palette-row';
import { findIn } from './palette-search';
import { type Thing, thingsOf } from './palette-things';

/** Events are searched this far around now. */
const DAYS_BACK = 60;
const DAYS_AHEAD = 240;
const LIST_ID = 'palette-list';

const [store, palette] = createSpotlight();

export function openPalette(): void {
  palette.open();
}

/** Ctrl K: run a command, find a task, habit or event, or add a task in one line. */
export function CommandPalette() {
  const { opened } = useSpotlight(store);
  return (
    <Spotlight.Root
      store={store}
      shortcut={null}
      size={600}
      yOffset="min(14vh, 124px)"
      lockScroll={false}
      centered={false}
      overlayProps={{ backgroundOpacity: 0.18, blur: 0 }}
      transitionProps={{ duration: 120, transition: 'fade' }}
      attributes={{ content: { 'aria-label': 'Search or run a command' } }}
      classNames={{
        content: classes.content ?? '',
        body: classes.body ?? '',
        search: classes.search ?? '',
        actionsList: classes.list ?? '',
        actionsGroup: classes.group ?? '',
        action: classes.action ?? '',
        footer: classes.footer ?? '',
      }}
    >
      {opened ? <PaletteContent /> : null}
    </Spotlight.Root>
  );
}

function PaletteContent() {
  const { query, selected } = useSpotlight(store);
  const { commands, things } = useFound(query);
  const quickAdd = useQuickAdd(query);
  const rows = commands.length + things.length + (quickAdd ? 1 : 0);
  // The first row is ready for Enter from the start; Spotlight itself begins with none.
  useEffect(() => store.updateState((state) => ({ ...state, selected: 0 })), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Tab' || event.shiftKey || !quickAdd) return;
    event.preventDefault();
    palette.close();
    quickAdd.add();
  };
  let index = 0;
  const next = () => {
    const own = index;
    index += 1;
    return { id: `${LIST_ID}-${own}`, selected: own === selected };
  };
  return (
    <>
      <Spotlight.Search
        placeholder="Search or run a command"
        aria-label="Search or run a command"
        role="combobox"
        aria-expanded
        aria-controls={LIST_ID}
        aria-activedescendant={rows > 0 ? `${LIST_ID}-${Math.max(0, selected)}` : undefined}
        leftSection={<IconSearch size={16} stroke={1.6} aria-hidden="true" />}
        onKeyDown={onKeyDown}
      />
      <Spotlight.ActionsList id={LIST_ID} role="listbox" aria-label="Results">
        {commands.length > 0 ? (
          <Spotlight.ActionsGroup label="Commands" role="group" aria-label="Commands">
            {commands.map((one) => (
              <PaletteRow
                key={one.id}
                {...next()}
                query={query}
                text={one.text}
                detail={one.detail}
                keys={one.keys}
                icon={one.icon}
                onRun={one.run}
              />
            ))}
          </Spotlight.ActionsGroup>
        ) : null}
        {things.length > 0 ? (
          <Spotlight.ActionsGroup label="In your calendar" role="group" aria-label="In your calendar">
            {things.map((one) => (
              <PaletteRow
                key={one.key}
                {...next()}
                query={query}
                text={one.text}
                detail={one.detail}
                kind={one.kind}
                edge={one.edge}
                onRun={() => openThing(one)}
              />
            ))}
          </Spotlight.ActionsGroup>
        ) : null}
        {quickAdd ? (
          <Spotlight.ActionsGroup label="Quick add" role="group" aria-label="Quick add">
            <PaletteRow
              {...next()}
              query={quickAdd.title}
              text={`Add task “${quickAdd.title}”`}
              detail={quickAdd.detail}
              keys={['Tab']}
              icon={IconPlus}
              onRun={quickAdd.add}
            />
          </Spotlight.ActionsGroup>
        ) : null}
      </Spotlight.ActionsList>
      <Spotlight.Footer>
        <span className={classes.hint}>
          <Kbd>↑</Kbd> <Kbd>↓</Kbd> Move
        </span>
        <span className={classes.hint}>
          <Kbd>↵</Kbd> Run
        </span>
        {quickAdd ? (
          <span className={classes.hint}>
            <Kbd>Tab</Kbd> Add as task
          </span>
        ) : null}
        <span className={classes.close}>
          <Kbd>Esc</Kbd> Close
        </span>
      </Spotlight.Footer>
    </>
  );
}

function useFound(query: string): { commands: readonly Command[]; things: readonly Thing[] } {
  const events = useNearbyEvents();
  const state = useWorkspace((whole) => whole);
  const things = useMemo(() => thingsOf(state, events, now()), [state, events]);
  const typed = query.trim() !== '';
  return {
    commands: findIn(commandsNow(state), query, typed ? 5 : 8),
    things: typed ? findIn(things, query, 6) : [],
  };
}

/** Read once each time the palette opens. */
function useNearbyEvents(): readonly CalendarEvent[] {
  const [events, setEvents] = useState<readonly CalendarEvent[]>([]);
  useEffect(() => {
    let current = true;
    const at = now();
    const from = (at - DAYS_BACK * MILLISECONDS_PER_DAY) as typeof at;
    const to = (at + DAYS_AHEAD * MILLISECONDS_PER_DAY) as typeof at;
    void eventsBetween(from, to).then((found) => {
      if (current) setEvents(found);
    });
    return () => {
      current = false;
    };
  }, []);
  return events;
}

function useQuickAdd(query: string) {
  const zone = useWorkspace((state) => state.settings.timeZone);
  const context = { now: now(), zone };
  const wanted = quickAddDraft(query, context);
  if (!wanted) return null;
  const { chips } = parseQuickAdd(query, context);
  const today = dayAt(zone, context.now);
  return {
    title: wanted.draft.title,
    detail:
      chips.length === 0
        ? `Try “${wanted.draft.title} 2h before fri #family”`
        : chips.map((chip) => meaningWords(chip.meaning, today)).join(', '),
    add: () =>
      void runEdit(saveTask(wanted.draft, { projectName: wanted.projectName }), `Added “${wanted.draft.title}”`),
  };
}

/** A placed task or habit shows where it stands; one without a place opens in its editor. */
function openThing(thing: Thing): void {
  if (thing.kind !== 'event' && thing.day === null) {
    openEditor({ kind: thing.kind, id: thing.id });
    return;
  }
  const chunk = workspaceNow().placements.find((one) => one.kind === thing.kind && one.id === thing.id)?.chunk?.index;
  select({
    kind: thing.kind,
    id: thing.id,
    ...(thing.kind === 'habit' && thing.day ? { day: thing.day } : {}),
    ...(chunk === undefined ? {} : { chunk }),
  });
  setViewedDay(thing.day);
  goTo('week');
}
