import { DateInput } from '@mantine/dates';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { type Day, parseDay, plusDays } from '#shared/time/day';
import { wallTime } from '#shared/time/wall-time';
import type { WallSpan } from '#shared/tournaments/document';
import { changeTournament } from '../../../state/tournaments';
import { formatDayShort, IconButton, SecondaryButton } from '../../../ui';
import { perform } from '../perform';
import type { TournamentView } from '../tournament-view';
import { ClockField, TextField } from './fields';
import classes from './setup.module.css';
import { endOn, hoursOn, startDay, startMinutes } from './setup-edits';
import { SetupSection } from './setup-section';

/** Days of play and breaks. Without a day everything is played from the first match on, without end. */
export function HoursSection({ view }: { readonly view: TournamentView }) {
  const { document } = view;
  const change = (patch: Parameters<typeof changeTournament>[1]) =>
    void perform(view, changeTournament(document.id, patch));
  const addDay = () => {
    const last = document.days.at(-1);
    const day = last ? plusDays(dayOf(last), 1) : startDay(document);
    const from = last ? hoursOn([last], dayOf(last))!.from : startMinutes(document);
    change({
      days: [...document.days, { from: wallTime(day, from), to: wallTime(day, Math.max(from + 60, 18 * 60)) }],
    });
  };
  const addBreak = () => {
    const day = startDay(document);
    change({
      breaks: [
        ...document.breaks,
        { from: wallTime(day, 12 * 60 + 30), to: wallTime(day, 13 * 60 + 15), name: 'Lunch' },
      ],
    });
  };
  return (
    <SetupSection
      title="Days and breaks"
      note={document.days.length === 0 ? 'From the first match on, without end' : ''}
      action={
        <>
          <SecondaryButton leftSection={<IconPlus size={14} stroke={1.6} />} onClick={addDay}>
            Add day
          </SecondaryButton>
          <SecondaryButton leftSection={<IconPlus size={14} stroke={1.6} />} onClick={addBreak}>
            Add break
          </SecondaryButton>
        </>
      }
    >
      {document.days.map((span, index) => (
        <SpanRow
          key={`day ${span.from}`}
          label={`Day ${index + 1}`}
          span={span}
          onChange={(next) => change({ days: replaced(document.days, index, next) })}
          onDelete={() => change({ days: document.days.filter((_, at) => at !== index) })}
        />
      ))}
      {document.breaks.map((span, index) => (
        <SpanRow
          key={`break ${span.from}`}
          label="Break"
          span={span}
          name={typeof span.name === 'string' ? span.name : ''}
          onChange={(next) => change({ breaks: replaced(document.breaks, index, next) })}
          onDelete={() => change({ breaks: document.breaks.filter((_, at) => at !== index) })}
        />
      ))}
    </SetupSection>
  );
}

interface SpanRowProps {
  readonly label: string;
  readonly span: WallSpan;
  /** Breaks have one. */
  readonly name?: string;
  readonly onChange: (span: WallSpan) => void;
  readonly onDelete: () => void;
}

function SpanRow({ label, span, name, onChange, onDelete }: SpanRowProps) {
  const day = dayOf(span);
  const hours = hoursOn([span], day)!;
  const put = (onDay: Day, from: number, to: number) =>
    onChange({ ...span, from: wallTime(onDay, from), to: endOn(onDay, to) });
  return (
    <div className={classes.spanRow}>
      <span className={classes.rowLabel}>{label}</span>
      <DateInput
        aria-label={`${label}, date`}
        value={day}
        valueFormat={(text) => formatDayShort(text as Day)}
        onChange={(next) => {
          const picked = next === null ? null : parseDay(next);
          if (picked !== null && picked !== day) put(picked, hours.from, hours.to);
        }}
      />
      <ClockField
        label={`${label}, from`}
        inColumn
        value={hours.from}
        onStore={(from) => {
          if (from !== null) put(day, from, hours.to);
        }}
      />
      <ClockField
        label={`${label}, to`}
        inColumn
        isEnd
        value={hours.to}
        onStore={(to) => {
          if (to !== null) put(day, hours.from, to);
        }}
      />
      {name === undefined ? (
        <span />
      ) : (
        <TextField
          label="Name of the break"
          inColumn
          placeholder="Lunch"
          value={name}
          onStore={(next) => onChange({ ...span, name: next })}
        />
      )}
      <IconButton label={`Delete ${label.toLowerCase()}`} onClick={onDelete}>
        <IconTrash size={16} stroke={1.6} aria-hidden="true" />
      </IconButton>
    </div>
  );
}

function dayOf({ from }: WallSpan): Day {
  return parseDay(from.slice(0, 10))!;
}

function replaced(spans: readonly WallSpan[], index: number, next: WallSpan): WallSpan[] {
  return spans.map((span, at) => (at === index ? next : span)).sort((one, other) => (one.from < other.from ? -1 : 1));
}
