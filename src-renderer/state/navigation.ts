// Which screen, which day, which view. Kept in the address (`#/week/2026-11-24/month`), so that a reload returns there.
import { createStore, useStore } from 'zustand';
import { type Day, parseDay } from '#shared/time/day';
import { dayAt } from '#shared/time/zone';
import { now } from './clock';
import { workspaceNow } from './workspace';

const SECTIONS = ['today', 'week', 'tasks', 'habits', 'posts', 'tournament', 'insights', 'import', 'settings'] as const;
const VIEWS = ['day', 'week', 'month', 'year'] as const;

export type Section = (typeof SECTIONS)[number];
export type CalendarView = (typeof VIEWS)[number];

interface Place {
  readonly section: Section;
  /** Null = the day of today. */
  readonly day: Day | null;
  readonly view: CalendarView;
}

const store = createStore<Place>(() => readAddress(currentHash()));

if (typeof window !== 'undefined') {
  window.addEventListener('hashchange', () => store.setState(readAddress(currentHash())));
}

export function useSection(): Section {
  return useStore(store, (state) => state.section);
}

export function currentSection(): Section {
  return store.getState().section;
}

export function goTo(section: Section): void {
  go({ ...store.getState(), section }, 'push');
}

/** The day that Today and the calendar show; today until another was chosen. */
export function useViewedDay(): Day {
  const day = useStore(store, (state) => state.day);
  return day ?? today();
}

export function viewedDay(): Day {
  return store.getState().day ?? today();
}

/** `null` follows today again. */
export function setViewedDay(day: Day | null): void {
  go({ ...store.getState(), day }, 'replace');
}

export function useCalendarView(): CalendarView {
  return useStore(store, (state) => state.view);
}

export function calendarView(): CalendarView {
  return store.getState().view;
}

export function setCalendarView(view: CalendarView): void {
  go({ ...store.getState(), view }, 'replace');
}

/** The local day it is now, in the user's zone. */
export function today(): Day {
  return dayAt(workspaceNow().settings.timeZone, now());
}

export function isSection(text: string): text is Section {
  return (SECTIONS as readonly string[]).includes(text);
}

function go(place: Place, how: 'push' | 'replace'): void {
  store.setState(place);
  if (typeof history === 'undefined') return;
  const hash = formatAddress(place);
  if (hash === currentHash()) return;
  if (how === 'push') history.pushState(null, '', hash);
  else history.replaceState(null, '', hash);
}

function readAddress(hash: string): Place {
  const [section = '', day = '', view = ''] = hash.replace(/^#\/?/, '').split('/');
  return {
    section: isSection(section) ? section : 'week',
    day: parseDay(day),
    view: VIEWS.find((name) => name === view) ?? 'week',
  };
}

function formatAddress({ section, day, view }: Place): string {
  const parts = [section, day ?? '', view === 'week' ? '' : view];
  while (parts.at(-1) === '') parts.pop();
  return `#/${parts.map((part) => (part === '' ? '-' : part)).join('/')}`;
}

function currentHash(): string {
  return typeof location === 'undefined' ? '' : location.hash;
}
