import classes from './all-day-toggle.module.css';

interface AllDayToggleProps {
  /** Rows that the closed state leaves out. */
  readonly hidden: number;
  readonly open: boolean;
  /** In the day view there are no weekdays above the row. */
  readonly day: boolean;
  readonly onToggle: () => void;
}

/** Opens the all-day row when it holds more than it shows. Stands in the gutter beside it. */
export function AllDayToggle({ hidden, open, day, onToggle }: AllDayToggleProps) {
  return (
    <button
      type="button"
      className={classes.toggle}
      data-day={day || undefined}
      aria-expanded={open}
      onClick={(event) => {
        event.stopPropagation();
        onToggle();
      }}
    >
      {open ? 'Less' : `${hidden} more`}
      <span className="dw-visually-hidden"> rows of all-day events</span>
    </button>
  );
}
