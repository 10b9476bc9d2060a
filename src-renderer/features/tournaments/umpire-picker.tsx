import { Menu } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { swapUmpires as judgedSwap } from '#shared/tournaments/day/apply-alternative';
import { assignUmpire, swapUmpires } from '../../state/tournaments';
import { Dot, SecondaryButton } from '../../ui';
import classes from './match-panel.module.css';
import { perform } from './perform';
import type { TournamentView } from './tournament-view';
import { standingWords, type UmpireChoice, umpireChoices } from './umpire-choices';

interface UmpirePickerProps {
  readonly view: TournamentView;
  readonly match: string;
}

/** Everyone who could umpire, the neutral ones first; who is on another match is offered as an exchange where that is legal. */
export function UmpirePicker({ view, match }: UmpirePickerProps) {
  const umpire = view.rowOf.get(match)?.umpire ?? null;
  const name = umpire === null ? null : view.nameOf(umpire);
  return (
    <Menu position="bottom-end" width={292}>
      <Menu.Target>
        <SecondaryButton
          className={classes.picker}
          rightSection={<IconChevronDown size={14} stroke={1.6} />}
          aria-label={`Umpire: ${name ?? 'none'}. Choose another`}
        >
          {name ?? 'No umpire'}
        </SecondaryButton>
      </Menu.Target>
      <Menu.Dropdown className={classes.menu}>
        <Choices view={view} match={match} />
      </Menu.Dropdown>
    </Menu>
  );
}

/** Every umpire and every exchange is judged, so only while the menu is open. */
function Choices({ view, match }: UmpirePickerProps) {
  const choices = umpireChoices(view, match);
  const id = view.document.id;
  const pick = (choice: UmpireChoice) =>
    choice.standing === 'busy' && choice.busyWith !== null
      ? void perform(view, swapUmpires(id, match, choice.busyWith), `Swapped with ${choice.name}`)
      : void perform(view, assignUmpire(id, match, choice.umpire), `${choice.name} umpires`);
  return (
    <>
      {choices.map((choice) => {
        const swaps = choice.standing === 'busy' && canSwap(view, match, choice.busyWith);
        const isImpossible = ['plays', 'offDuty'].includes(choice.standing) || (choice.standing === 'busy' && !swaps);
        return (
          <Menu.Item
            key={choice.umpire}
            disabled={isImpossible && !choice.isNow}
            leftSection={choice.isNow ? <IconCheck size={14} stroke={1.6} /> : <span className={classes.blank} />}
            rightSection={<span className={classes.load}>{choice.load}</span>}
            onClick={() => {
              if (!choice.isNow) pick(choice);
            }}
          >
            <span className={classes.choice}>
              {choice.standing === 'ownClub' ? (
                <Dot tone="bad" />
              ) : choice.standing === 'mayMeet' ? (
                <Dot tone="warn" />
              ) : null}
              {choice.name}
            </span>
            <small>{`${choice.club ?? 'Independent'}, ${standingWords(view, choice)}${swaps ? ', swap' : ''}`}</small>
          </Menu.Item>
        );
      })}
      {choices.some(({ isNow }) => isNow) ? (
        <>
          <Menu.Divider />
          <Menu.Item
            leftSection={<span className={classes.blank} />}
            onClick={() => void perform(view, assignUmpire(id, match, null), 'No umpire')}
          >
            No umpire
          </Menu.Item>
        </>
      ) : null}
    </>
  );
}

function canSwap(view: TournamentView, match: string, other: string | null): boolean {
  return other !== null && judgedSwap(view.state.problem, view.state.rows, match, other).ok;
}
