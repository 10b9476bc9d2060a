import { lazy } from 'react';

/** Loaded when it is first opened: its charts would slow every start. */
export const InsightsScreen = lazy(async () => ({ default: (await import('./insights-screen')).InsightsScreen }));
