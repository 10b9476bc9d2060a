import { Box } from '@mantine/core';
import { IconArrowLeft, IconPrinter } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import { type OrderOfPlayBy, orderOfPlay } from '#shared/tournaments/order-of-play';
import { useNow } from '../../state/clock';
import { closeOrderOfPlay, type TournamentView } from '../../state/tournaments';
import { EmptyState, IconButton, PrimaryButton, ScreenToolbar, Segmented } from '../../ui';
import classes from './order-of-play.module.css';
import { OrderOfPlayPage } from './order-of-play-page';

const ORDERS = [
  { value: 'time', label: 'By time' },
  { value: 'court', label: 'By court' },
] as const;

/** What hangs on the wall, as it will be printed. Printing, or saving as a PDF, is the browser's own dialog. */
export function OrderOfPlayScreen({ view }: { readonly view: TournamentView }) {
  const [order, setOrder] = useState<OrderOfPlayBy>('time');
  const now = useNow();
  const { problem, rows, words } = view;
  const plays = useMemo(() => orderOfPlay(problem, rows, words, order), [problem, rows, words, order]);
  const isEmpty = plays.days.length === 0;
  useEscapeCloses();
  return (
    <>
      <div className={classes.toolbar}>
        <ScreenToolbar
          title={
            <span className={classes.title}>
              <IconButton label="Back" onClick={closeOrderOfPlay}>
                <IconArrowLeft size={16} stroke={1.6} aria-hidden="true" />
              </IconButton>
              Order of play
            </span>
          }
          context={view.document.name}
          right={
            <PrimaryButton
              leftSection={<IconPrinter size={14} stroke={1.6} aria-hidden="true" />}
              disabled={isEmpty}
              onClick={() => window.print()}
            >
              Print or save as PDF
            </PrimaryButton>
          }
        >
          <Segmented label="Order" value={order} options={ORDERS} onChange={setOrder} />
        </ScreenToolbar>
      </div>
      {isEmpty ? (
        <EmptyState>Nothing has a time yet. Schedule the tournament first.</EmptyState>
      ) : (
        /* Scrolls, so the keyboard must reach it. */
        <Box component="section" className={classes.desk} aria-label="Order of play" tabIndex={0}>
          <OrderOfPlayPage document={view.document} zone={problem.zone} plays={plays} order={order} now={now} />
        </Box>
      )}
    </>
  );
}

function useEscapeCloses(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) closeOrderOfPlay();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
