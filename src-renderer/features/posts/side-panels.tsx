import { useState } from 'react';
import { storedInstant } from '#shared/engine/epoch-minute';
import type { Platform } from '#shared/posts/nouns/platform';
import { parseInstant } from '#shared/time/instant';
import { resetAdaptive, revertAdaptiveChange, runAdaptiveCycle, useAdaptiveState } from '../../state/posts/adaptive';
import { planBatchJob, removeBatchJob } from '../../state/posts/batch';
import { setExploration } from '../../state/posts/edit-rules';
import { usePlatforms } from '../../state/posts/posts-file';
import { cancelTraining, forgetModel, trainModels, usePostTraining } from '../../state/posts/training';
import { usePlatformView, usePostKpis } from '../../state/posts/views';
import { runEdit } from '../../state/run-edit';
import { useWorkspace } from '../../state/workspace';
import { formatMoment } from '../../ui';
import { AdaptivePanel } from './adaptive-panel';
import { saveSchedule } from './batch-files';
import type { BoardSelection } from './board-selection';
import { DeliveryPanel } from './delivery-panel';
import { JobsPanel } from './jobs-panel';
import { ModelPanel } from './model-panel';
import { PostInspector } from './post-inspector';
import { RecordInspector } from './record-inspector';
import { shownJobs } from './shown-jobs';

interface SidePanelsProps {
  readonly platform: Platform;
  readonly selection: BoardSelection;
  readonly onClose: () => void;
}

/** The panel that belongs to what was chosen. */
export function SidePanels({ platform, selection, onClose }: SidePanelsProps) {
  switch (selection.kind) {
    case 'post':
      return <ChosenPost id={selection.id} onClose={onClose} />;
    case 'record':
      return <ChosenRecord id={selection.key} onClose={onClose} />;
    case 'model':
      return <Model platform={platform} onClose={onClose} />;
    case 'delivery':
      return <Delivery platform={platform} onClose={onClose} />;
    case 'learning':
      return <Learning onClose={onClose} />;
    case 'jobs':
      return <Jobs onClose={onClose} />;
  }
}

interface ChosenProps {
  readonly id: string;
  readonly onClose: () => void;
}

function ChosenPost({ id, onClose }: ChosenProps) {
  const post = useWorkspace((state) => state.posts.queue.find((one) => one.id === id) ?? null);
  return post ? <PostInspector key={id} post={post} onClose={onClose} /> : null;
}

/** `id` is `platform@instant`. */
function ChosenRecord({ id, onClose }: ChosenProps) {
  const platforms = usePlatforms();
  const record = useWorkspace(
    (state) =>
      state.posts.performanceHistory.find((one) => `${one.platform}@${storedInstant(one.postedAt)}` === id) ?? null,
  );
  if (!record) return null;
  const name = platforms.find((one) => one.id === record.platform)?.name ?? record.platform;
  return <RecordInspector key={id} record={record} platformName={name} onClose={onClose} />;
}

function Model({ platform, onClose }: Omit<SidePanelsProps, 'selection'>) {
  const zone = useWorkspace((state) => state.settings.timeZone);
  const { model, outdated } = usePlatformView(platform.id, null);
  const training = usePostTraining((state) => state);
  const mine = training.phase === 'training' && training.platforms.includes(platform.id);
  const trained = model ? parseInstant(model.trainedAt) : null;
  return (
    <ModelPanel
      platform={platform.id}
      platformName={platform.name}
      card={model?.card ?? null}
      trainedAt={trained === null ? '' : formatMoment(zone, trained)}
      stale={outdated}
      progress={mine ? (training.progress?.fraction ?? 0) : null}
      problem={training.problem}
      onTrain={() => void trainModels([platform.id])}
      onCancel={cancelTraining}
      onForget={() => void runEdit(forgetModel(platform.id), `Forgot the model of ${platform.name}`)}
      onClose={onClose}
    />
  );
}

function Delivery({ platform, onClose }: Omit<SidePanelsProps, 'selection'>) {
  const { now, weeks, quota, sideBySide } = usePostKpis(platform.id);
  return (
    <DeliveryPanel
      platform={platform.id}
      platformName={platform.name}
      kpis={now}
      weekly={weeks}
      quota={quota}
      sideBySide={sideBySide}
      onClose={onClose}
    />
  );
}

function Learning({ onClose }: Pick<SidePanelsProps, 'onClose'>) {
  const state = useAdaptiveState();
  const { exploration, zone } = useWorkspace((workspace) => ({
    exploration: workspace.posts.exploration,
    zone: workspace.settings.timeZone,
  }));
  const [said, setSaid] = useState('');
  const cycle = async () => {
    const done = await runAdaptiveCycle();
    setSaid(done.ok ? '' : done.error);
  };
  return (
    <AdaptivePanel
      state={state}
      exploration={exploration}
      zone={zone}
      said={said}
      onExplore={(policy) => void runEdit(setExploration(policy))}
      onCycle={() => void cycle()}
      onRevert={(number) => void runEdit(revertAdaptiveChange(number), `Took change ${number} back`)}
      onReset={() => void runEdit(resetAdaptive(), 'Reset all parameters')}
      onClose={onClose}
    />
  );
}

function Jobs({ onClose }: Pick<SidePanelsProps, 'onClose'>) {
  const { posts, zone } = useWorkspace((state) => ({ posts: state.posts, zone: state.settings.timeZone }));
  return (
    <JobsPanel
      jobs={shownJobs(posts, zone)}
      onPlan={(id) => void planBatchJob(id)}
      onExport={(id) => void saveSchedule('json', id)}
      onForget={(id) => void runEdit(removeBatchJob(id), `Forgot ${id}; its posts stay`)}
      onClose={onClose}
    />
  );
}
