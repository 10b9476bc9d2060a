import { MantineProvider } from '@mantine/core';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { DropCheck } from '#renderer/features/posts/drop-check';
import type { LaneBlock } from '#renderer/features/posts/week-lanes';
import { setClock } from '#renderer/state/clock';
import type { Day } from '#shared/time/day';
import { type Instant, parseInstant, plusMinutes } from '#shared/time/instant';
import { parseZone } from '#shared/time/zone';
import { WeekPlan } from '../../../../../src-renderer/features/posts/week-plan';

const MONDAY = '2026-11-23' as Day;
const START = parseInstant('2026-11-25T17:30:00Z')!;

const reel: LaneBlock = {
  postId: 'reel',
  key: 'reel',
  title: 'Reel',
  start: START,
  time: '18:30',
  state: 'planned',
  at: 0.4,
  room: 1,
  score: 0.9,
  name: 'Instagram, Reel, Wednesday 25 November, 18:30',
};
const hiring: LaneBlock = {
  ...reel,
  postId: 'hiring',
  key: 'hiring',
  title: 'Hiring',
  state: 'published',
  name: 'Hiring',
};

function show(check: (postId: string, at: Instant) => DropCheck = (_, at) => ({ kind: 'fits', at })) {
  const props = { onMove: vi.fn(), onSelect: vi.fn(), onLeaf: vi.fn(), onShowEvents: vi.fn() };
  const lane = (platform: string, blocks: LaneBlock[]) => ({
    platform,
    name: platform,
    gap: 'gap 36 h',
    blocks,
    bands: [],
  });
  render(
    <MantineProvider>
      <WeekPlan
        week={{ days: [MONDAY], lanes: [lane('linkedin', [hiring]), lane('instagram', [reel])], now: 0.2 }}
        zone={parseZone('Europe/Berlin')!}
        firstDay={MONDAY}
        gridMinutes={15}
        selectedKey={null}
        events={null}
        check={check}
        {...props}
      />
    </MantineProvider>,
  );
  return props;
}
const press = (name: RegExp, key: string, altKey = false) => {
  const block = screen.getByRole('button', { name });
  block.focus();
  fireEvent.keyDown(block, { key, altKey });
};

describe('the week plan', () => {
  beforeAll(() => {
    vi.stubGlobal(
      'matchMedia',
      (media: string) => ({ media, matches: false, addEventListener() {}, removeEventListener() {} }) as never,
    );
    vi.stubGlobal(
      'ResizeObserver',
      class {
        observe() {}
        unobserve() {}
        disconnect() {}
      },
    );
    setClock(() => parseInstant('2026-11-24T09:42:00Z')!);
  });
  afterEach(cleanup);

  it('moves a focused post by quarters of an hour and by days', () => {
    const { onMove } = show();
    press(/Reel/, 'ArrowDown', true);
    press(/Reel/, 'ArrowUp', true);
    press(/Reel/, 'ArrowRight', true);
    press(/Reel/, 'ArrowLeft', true);
    expect(onMove.mock.calls).toEqual([15, -15, 1440, -1440].map((minutes) => ['reel', plusMinutes(START, minutes)]));
  });

  it('refuses an illegal move with its reason and the first time that would do', () => {
    const { onMove } = show((_, at) => ({
      kind: 'refused',
      at,
      reason: '6.5 h too close to Story',
      advice: 'Reel fits from Fri 6:30',
    }));
    press(/Reel/, 'ArrowDown', true);
    expect(onMove).not.toHaveBeenCalled();
    expect(screen.getByText('Reel fits from Fri 6:30').title).toBe('6.5 h too close to Story');
    press(/Reel/, 'Escape');
    expect(screen.queryByText('Reel fits from Fri 6:30')).toBeNull();
  });

  it('never moves what is published', () => {
    const { onMove } = show();
    press(/Hiring/, 'ArrowDown', true);
    expect(onMove).not.toHaveBeenCalled();
  });

  it('is one tab stop, walked with arrows from lane to lane', () => {
    show();
    const stops = () => screen.getAllByRole('button', { name: /Hiring|Reel/ }).filter((block) => block.tabIndex === 0);
    expect(stops()).toHaveLength(1);
    press(/Hiring/, 'ArrowDown');
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/Reel/);
    expect(stops().map((block) => block.getAttribute('aria-label'))).toEqual([reel.name]);
  });

  it('opens what is chosen and leafs by weeks', () => {
    const { onSelect, onLeaf } = show();
    fireEvent.click(screen.getByRole('button', { name: /Reel/ }));
    expect(onSelect).toHaveBeenCalledWith(reel);
    fireEvent.click(screen.getByRole('button', { name: 'Next week' }));
    expect(onLeaf).toHaveBeenCalledWith(1);
  });
});
