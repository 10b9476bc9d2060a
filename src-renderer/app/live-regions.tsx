import { useAnnouncement } from '../state/announce';

/** Plan results, moves and progress are said politely; errors that stop work at once. */
export function LiveRegions() {
  const polite = useAnnouncement('polite');
  const assertive = useAnnouncement('assertive');
  return (
    <>
      <div className="dw-visually-hidden" role="status" aria-live="polite">
        <span key={polite.count}>{polite.text}</span>
      </div>
      <div className="dw-visually-hidden" role="alert" aria-live="assertive">
        <span key={assertive.count}>{assertive.text}</span>
      </div>
    </>
  );
}
