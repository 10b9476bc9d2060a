// "And with two courts more?" Asked while somebody turns the knobs: the newest question counts, older ones are given up.
import { useEffect, useState } from 'react';
import type { RequestOutput } from '#shared/ipc/contract';
import type { CapacityQuestion } from '#shared/tournaments/capacity-question';
import type { TournamentDocument } from '#shared/tournaments/document';
import { host } from '../host';
import { inBackground } from '../in-background';
import { sentence } from '../planning';

export type { CapacityQuestion } from '#shared/tournaments/capacity-question';
export type CapacityAnswer = RequestOutput<'tournament.capacity'>;

export interface Capacity {
  /** The answer to an earlier question stays until the new one is there. */
  readonly answer: CapacityAnswer | null;
  readonly pending: boolean;
  readonly problem: string | null;
}

/** Waits this long for the next turn of a knob. */
const PAUSE_MILLISECONDS = 120;

/** `document` may be a draft that is not stored. */
export function useCapacity(document: TournamentDocument | null, question: CapacityQuestion): Capacity {
  const [state, setState] = useState<Capacity>({ answer: null, pending: false, problem: null });
  const asked = JSON.stringify(question);
  useEffect(() => {
    if (!document) return;
    const abort = new AbortController();
    setState((before) => ({ ...before, pending: true }));
    const ask = async () => {
      const input = { document, question: JSON.parse(asked) as CapacityQuestion };
      const outcome = await host().request('tournament.capacity', input, { signal: abort.signal });
      if (abort.signal.aborted || outcome.kind === 'cancelled') return;
      if (outcome.kind === 'ok') setState({ answer: outcome.value, pending: false, problem: null });
      else setState((before) => ({ ...before, pending: false, problem: sentence(outcome.error) }));
    };
    const timer = setTimeout(() => inBackground(ask()), PAUSE_MILLISECONDS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [document, asked]);
  return state;
}
