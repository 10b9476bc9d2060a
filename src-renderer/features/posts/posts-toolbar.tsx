import { Menu, Select } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import {
  IconChartBar,
  IconChevronDown,
  IconDownload,
  IconFileImport,
  IconListDetails,
  IconPlus,
  IconSettings,
  IconSparkles,
  IconStack2,
  IconUpload,
  IconWorld,
} from '@tabler/icons-react';
import type { Platform } from '#shared/posts/nouns/platform';
import { undo } from '../../state/edit';
import { openEditor } from '../../state/editor';
import { cancelPostPlan, usePostPlanning } from '../../state/posts/planning';
import { runEdit } from '../../state/run-edit';
import { useWorkspace } from '../../state/workspace';
import {
  MoreMenu,
  PrimaryButton,
  RunProblem,
  RunProgress,
  RunStatus,
  ScreenToolbar,
  SecondaryButton,
  Segmented,
} from '../../ui';
import type { AudienceClock } from './audience-clock';
import classes from './posts-toolbar.module.css';

export type MoreAction =
  | 'import'
  | 'jobs'
  | 'job'
  | 'results'
  | 'json'
  | 'csv'
  | 'ics'
  | 'settings'
  | 'platform'
  | 'learning';

interface PostsToolbarProps {
  readonly platforms: readonly Platform[];
  readonly platform: Platform;
  readonly onPlatform: (id: string) => void;
  readonly clocks: readonly AudienceClock[];
  readonly clock: AudienceClock;
  readonly onClock: (value: string) => void;
  readonly onFill: () => void;
  readonly onMore: (action: MoreAction) => void;
}

const GLYPH = { size: 14, stroke: 1.6, 'aria-hidden': true } as const;
/** More platforms than this are chosen from a list. */
const MOST_TABS = 5;

export function PostsToolbar(props: PostsToolbarProps) {
  const { platforms, platform, clocks, clock, onFill } = props;
  const { planning, speaks } = usePostPlanning((state) => ({
    planning: state.phase === 'planning',
    speaks: state.problem !== null || state.said !== '',
  }));
  const narrow = useMediaQuery('(width < 1180px)', false) ?? false;
  const medium = useMediaQuery('(width < 1320px)', false) ?? false;
  const options = platforms.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <ScreenToolbar
      title="Posts"
      right={
        <>
          <More onMore={props.onMore} />
          <SecondaryButton
            {...(narrow ? {} : { shortcut: 'N' })}
            aria-keyshortcuts="n"
            leftSection={<IconPlus {...GLYPH} />}
            onClick={() => openEditor({ kind: 'post', id: null, draft: { platform: platform.id } })}
          >
            New post
          </SecondaryButton>
          <PrimaryButton leftSection={<IconSparkles {...GLYPH} />} disabled={planning} onClick={onFill}>
            Fill the week
          </PrimaryButton>
        </>
      }
    >
      {medium || options.length > MOST_TABS ? (
        <Select
          aria-label="Platform"
          w={narrow ? 128 : 150}
          rightSection={<IconChevronDown {...GLYPH} />}
          classNames={{ input: classes.select ?? '' }}
          value={platform.id}
          data={options}
          onChange={(id) => id && props.onPlatform(id)}
        />
      ) : (
        <div className={classes.tabs}>
          <Segmented label="Platform" value={platform.id} options={options} onChange={props.onPlatform} />
        </div>
      )}
      <Select
        aria-label="Whose clock"
        className={classes.audience ?? ''}
        classNames={{ input: classes.select ?? '' }}
        rightSection={<IconChevronDown {...GLYPH} />}
        leftSection={<IconWorld size={15} stroke={1.6} aria-hidden="true" />}
        value={clock.value}
        data={clocks.map(({ value, label }) => ({ value, label: narrow ? label.replace('Audience in ', '') : label }))}
        onChange={(value) => value && props.onClock(value)}
      />
      {speaks || planning ? (
        <div className={classes.status}>
          <FillStatus />
        </div>
      ) : (
        <span className={classes.note}>{clock.note}</span>
      )}
    </ScreenToolbar>
  );
}

/** "Placed 12 posts in 40 ms, Undo", until the next plan. */
function FillStatus() {
  const { phase, progress, problem, said, label } = usePostPlanning((state) => state);
  const undoLabel = useWorkspace((state) => state.undoLabel);
  if (phase === 'planning') {
    return progress && progress.fraction > 0 ? (
      <RunProgress
        label="Filling the week"
        phase={progress.phase}
        fraction={progress.fraction}
        onCancel={cancelPostPlan}
      />
    ) : null;
  }
  if (problem !== null) return <RunProblem text={problem} />;
  if (said === '') return null;
  return (
    <RunStatus onUndo={label !== null && label === undoLabel ? () => void runEdit(undo()) : null}>
      <span className={classes.said} title={said}>
        {said}
      </span>
    </RunStatus>
  );
}

function More({ onMore }: { readonly onMore: (action: MoreAction) => void }) {
  const item = (action: MoreAction, label: string, Icon: typeof IconPlus) => (
    <Menu.Item leftSection={<Icon {...GLYPH} />} onClick={() => onMore(action)}>
      {label}
    </Menu.Item>
  );
  return (
    <MoreMenu label="More" width={230}>
      {item('import', 'Import performance…', IconFileImport)}
      {item('settings', 'Platform settings…', IconSettings)}
      {item('platform', 'Add a platform…', IconPlus)}
      {item('learning', 'Learning and log', IconChartBar)}
      <Menu.Divider />
      {item('job', 'Take in a batch job…', IconStack2)}
      {item('results', 'Record results…', IconUpload)}
      {item('jobs', 'Batch jobs', IconListDetails)}
      <Menu.Divider />
      {item('ics', 'Schedule as .ics', IconDownload)}
      {item('csv', 'Schedule as .csv', IconDownload)}
      {item('json', 'Schedule as .json', IconDownload)}
    </MoreMenu>
  );
}
