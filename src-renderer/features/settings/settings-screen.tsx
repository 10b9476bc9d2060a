import { ScreenToolbar } from '../../ui';
import { AddressesSection } from './addresses-section';
import { CalendarsSection } from './calendars-section';
import { DataSection } from './data-section';
import { EnergySection } from './energy-section';
import { LearningSection } from './learning-section';
import { LookSection } from './look-section';
import { PlanningSection, TimeSection } from './planning-section';
import classes from './settings.module.css';
import { WorkingHoursSection } from './working-hours-section';

/** Every change applies at once and can be undone. */
export function SettingsScreen() {
  return (
    <section className={classes.screen} aria-label="Settings">
      <ScreenToolbar title="Settings" context="Changes apply at once; Ctrl Z takes them back" />
      <div className={classes.scroller}>
        <div className={classes.column}>
          <TimeSection />
          <WorkingHoursSection />
          <EnergySection />
          <PlanningSection />
          <LearningSection />
          <CalendarsSection />
          <LookSection />
          <AddressesSection />
          <DataSection />
        </div>
      </div>
    </section>
  );
}
