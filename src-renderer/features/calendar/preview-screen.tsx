import { Tooltip } from '@mantine/core';
import { IconArrowLeft, IconLock, IconLockOpen } from '@tabler/icons-react';
import { useCallback, useLayoutEffect, useMemo, useState } from 'react';
import { isOverlayOpen } from '../../state/overlay';
import { placementKey } from '../../state/placement-key';
import { applyPreview, discardPreview, type PlanPreview, type PreviewRow, usePlanning } from '../../state/planning';
import { takeOffer, usePreviewOffers } from '../../state/preview-offers';
import { useWorkspace } from '../../state/workspace';
import {
  asFragment,
  formatDuration,
  formatRange,
  IconButton,
  PrimaryButton,
  ScreenToolbar,
  SecondaryButton,
  weekdayShort,
} from '../../ui';
import { formatElapsed } from './elapsed';
import { PreviewEffects } from './preview-effects';
import { PreviewMap } from './preview-map';
import classes from './preview-screen.module.css';
import { PreviewTable } from './preview-table';
import { moveWords, stayWords } from './preview-words';

/** What moves, before anything does: every row can be unticked, nothing is stored before Apply. */
export function PreviewScreen() {
  const preview = usePlanning((state) => state.preview);
  return preview ? <Preview key={preview.plan.planId} preview={preview} /> : null;
}

function Preview({ preview }: { readonly preview: PlanPreview }) {
  const { rows, plan, stay, locked } = preview;
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [pointed, setPointed] = useState<PreviewRow | null>(null);
  // What was clicked or focused stays: on the way to its buttons the pointer crosses other rows.
  const [selected, setSelected] = useState<PreviewRow | null>(null);
  const shown = selected ?? pointed ?? rows[0] ?? null;
  const kept = useMemo(() => rows.filter((row) => !left.has(row.key)), [rows, left]);
  const [locks, setLocks] = useState<ReadonlySet<string>>(new Set());
  const apply = () => void applyPreview(new Set(kept.map((row) => row.key)), locks);
  usePreviewKeys(apply);

  const toggle = useCallback((keys: readonly string[], on: boolean) => {
    setLeft((before) => withKeys(before, keys, !on));
  }, []);

  return (
    <>
      <ScreenToolbar
        title={
          <span className={classes.title}>
            <IconButton label="Back" onClick={discardPreview}>
              <IconArrowLeft size={16} stroke={1.6} aria-hidden="true" />
            </IconButton>
            Replan preview
          </span>
        }
        context={`Computed in ${formatElapsed(plan.totalMilliseconds)}, nothing has moved yet`}
        right={
          <>
            <SecondaryButton shortcut="Esc" aria-keyshortcuts="Escape" onClick={discardPreview}>
              Discard
            </SecondaryButton>
            <PrimaryButton
              shortcut="Ctrl ↵"
              aria-keyshortcuts="Control+Enter"
              disabled={kept.length === 0}
              onClick={apply}
            >
              {rows.length === 0 ? 'Nothing to apply' : `Apply ${kept.length} of ${rows.length}`}
            </PrimaryButton>
          </>
        }
      />
      <div className={classes.body}>
        <section className={classes.changes} aria-label="Changes">
          <WhyNow since={preview.since} />
          {rows.length === 0 ? (
            <p className={classes.nothing}>
              {stay === 0
                ? 'Nothing to plan yet. Press Esc, then N to add a task.'
                : 'Everything is already where it is best. Nothing would move.'}
            </p>
          ) : (
            <PreviewTable
              rows={rows}
              left={left}
              onToggle={toggle}
              shownKey={shown?.key ?? null}
              onPoint={setPointed}
              onSelect={setSelected}
            />
          )}
          {stay > 0 ? (
            <p className={classes.stay}>
              <IconLock size={14} stroke={1.6} aria-hidden="true" />
              {stayWords(stay, locked)}
            </p>
          ) : null}
        </section>
        <aside className={classes.side} aria-label="Effect of the plan" data-region="inspector">
          <PreviewMap rows={rows} left={left} pointed={shown} />
          <PreviewEffects effects={preview.effects} />
          {shown ? (
            <SelectedMove
              key={shown.key}
              preview={preview}
              row={shown}
              kept={!left.has(shown.key)}
              locked={locks.has(shown.key)}
              onLock={() => setLocks((before) => withKeys(before, [shown.key], !before.has(shown.key)))}
              onToggle={() => toggle([shown.key], left.has(shown.key))}
            />
          ) : null}
        </aside>
      </div>
    </>
  );
}

/** What happened since the last plan: at most three things by name. */
function WhyNow({ since }: { readonly since: readonly string[] }) {
  if (since.length === 0) return null;
  const causes = [...new Set(since)];
  const named = causes.slice(0, NAMED_CAUSES);
  const more = causes.length - named.length;
  return (
    <section className={classes.whyNow} aria-label="Why now">
      <b>Why now</b>
      <ul>
        {named.map((label) => (
          <li key={label}>{label}</li>
        ))}
        {more > 0 ? <li>{`${more} more`}</li> : null}
      </ul>
    </section>
  );
}

const NAMED_CAUSES = 3;

function withKeys(keys: ReadonlySet<string>, these: readonly string[], isIn: boolean): ReadonlySet<string> {
  const next = new Set(keys);
  for (const key of these) {
    if (isIn) next.add(key);
    else next.delete(key);
  }
  return next;
}

interface SelectedMoveProps {
  readonly preview: PlanPreview;
  readonly row: PreviewRow;
  readonly kept: boolean;
  readonly locked: boolean;
  readonly onToggle: () => void;
  readonly onLock: () => void;
}

function SelectedMove({ preview, row, kept, locked, onToggle, onLock }: SelectedMoveProps) {
  const zone = useWorkspace((state) => state.settings.timeZone);
  const { split, evening } = usePreviewOffers(preview, row);
  const placed = preview.plan.placements.find((placement) => placementKey(placement) === row.key);
  const canLock = kept && placed !== undefined && placed.chunk === null && !placed.pinned;
  return (
    <section className={classes.part} aria-labelledby="selected-move" data-selected-move>
      <h2 id="selected-move">Selected move</h2>
      <p className={classes.selected}>
        <b>{row.title}</b> {moveWords(row, zone)}
        {row.reason ? ` ${asFragment(row.reason)}.` : ''}
      </p>
      <div className={classes.actions}>
        {split ? (
          <SecondaryButton onClick={() => void takeOffer(row.id, split)}>
            {`Split into ${split.pieces} × ${formatDuration(split.minutes)}`}
          </SecondaryButton>
        ) : null}
        {evening ? (
          <Tooltip
            label={`${formatRange(zone, evening.start, evening.end)}, outside your working hours`}
            events={{ hover: true, focus: true, touch: true }}
          >
            <SecondaryButton onClick={() => void takeOffer(row.id, evening)}>
              {`Allow ${weekdayShort(evening.day)} evening`}
            </SecondaryButton>
          </Tooltip>
        ) : null}
        <SecondaryButton onClick={onToggle}>{kept ? 'Keep before' : 'Move it after all'}</SecondaryButton>
        {canLock ? (
          <SecondaryButton
            aria-pressed={locked}
            leftSection={
              locked ? (
                <IconLock size={14} stroke={1.6} aria-hidden="true" />
              ) : (
                <IconLockOpen size={14} stroke={1.6} aria-hidden="true" />
              )
            }
            onClick={onLock}
          >
            Lock after
          </SecondaryButton>
        ) : null}
      </div>
    </section>
  );
}

/** Ctrl Enter applies, Escape discards; from the first frame on. */
function usePreviewKeys(apply: () => void): void {
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isOverlayOpen()) return;
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) apply();
      else if (event.key === 'Escape') discardPreview();
      else return;
      event.preventDefault();
    };
    // Before a tooltip that is open takes the Escape for itself.
    document.addEventListener('keydown', listen, true);
    return () => document.removeEventListener('keydown', listen, true);
  }, [apply]);
}
