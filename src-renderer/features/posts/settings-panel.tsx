import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { Result } from '#shared/base/result';
import type { EvidenceWindow } from '#shared/posts/evidence/evidence-window';
import type { Platform } from '#shared/posts/nouns/platform';
import { announce } from '../../state/announce';
import {
  removeAudience,
  removePlatform,
  resetConstraint,
  resetEvidence,
  resetParameters,
  savePlatform,
  setGridMinutes,
  updateAdjustments,
  updateAudience,
  updateConstraint,
  updateEvidence,
  updateParameters,
} from '../../state/posts/edit-rules';
import { usePlatforms, usePostsFile } from '../../state/posts/posts-file';
import { runEdit } from '../../state/run-edit';
import { undoable } from '../../state/undoable';
import { EditorForm, EditorPanel, QuietButton } from '../../ui';
import { AdjustmentFields } from './adjustment-fields';
import { type AdjustmentRow, adjustmentRows, readAdjustmentRows } from './adjustment-form';
import { AudienceFields } from './audience-fields';
import { audienceFormOf, readAudienceForm } from './audience-form';
import { ConstraintFields } from './constraint-fields';
import { constraintFormOf, readConstraintForm } from './constraint-form';
import { EvidenceFields } from './evidence-fields';
import { type EvidenceForm, evidenceFormOf, readEvidenceForm } from './evidence-form';
import { ParameterFields } from './parameter-fields';
import { parametersFormOf, readParametersForm } from './parameters-form';
import { PlatformFields } from './platform-fields';
import { platformFormOf, readPlatformForm } from './platform-form';
import { PlatformReset } from './platform-reset';
import classes from './settings-panel.module.css';

interface SettingsPanelProps {
  readonly platform: Platform;
  readonly opened: boolean;
  readonly onClose: () => void;
}

interface Study {
  readonly key: number;
  /** As it is stored; null for a new one. */
  readonly known: EvidenceWindow | null;
  readonly form: EvidenceForm;
}

type Tab = 'rules' | 'audience' | 'studies' | 'platform' | 'general';

const TABS: { value: Tab; label: string }[] = [
  { value: 'rules', label: 'Rules' },
  { value: 'audience', label: 'Audience' },
  { value: 'studies', label: 'Studies' },
  { value: 'platform', label: 'Types' },
  { value: 'general', label: 'General' },
];

const NO_PROBLEMS: ReadonlyMap<number, string> = new Map();

/** What one platform demands, who watches it, what studies say, and the numbers that hold for all. */
export function SettingsPanel({ platform, opened, onClose }: SettingsPanelProps) {
  return (
    <EditorPanel opened={opened} label={`Settings of ${platform.name}`} onClose={onClose}>
      {opened ? <SettingsForm key={platform.id} platform={platform} onClose={onClose} /> : null}
    </EditorPanel>
  );
}

function SettingsForm({ platform, onClose }: Omit<SettingsPanelProps, 'opened'>) {
  const file = usePostsFile();
  const platforms = usePlatforms();
  const constraint = file.constraints.find((one) => one.platform === platform.id) ?? null;
  const audience = file.audiences[platform.id] ?? file.audiences.default ?? null;
  const studies = file.evidence.filter((window) => window.platform === platform.id);
  const [tab, setTab] = useState<Tab>('rules');
  const [rules, setRules] = useState(() => constraintFormOf(constraint));
  const [people, setPeople] = useState(() => audienceFormOf(audience));
  const [windows, setWindows] = useState<readonly Study[]>(() =>
    studies.map((known, key) => ({ key, known, form: evidenceFormOf(known) })),
  );
  const [numbers, setNumbers] = useState(() => parametersFormOf(file.parameters));
  const types = platform.contentTypes.map(({ id }) => id);
  const [lifts, setLifts] = useState<readonly AdjustmentRow[]>(() =>
    adjustmentRows(file.adjustments, platform.id, types),
  );
  const [own, setOwn] = useState(() => platformFormOf(platform));
  const [grid, setGrid] = useState(file.gridMinutes);
  const [started] = useState({ rules, people, windows, lifts, own });
  const [showProblems, setShowProblems] = useState(false);

  const readRules = readConstraintForm(rules, platform.id, constraint);
  const readPeople = readAudienceForm(people, audience);
  const readWindows = windows.map(({ form, known }) => readEvidenceForm(form, platform.id, known));
  const readNumbers = readParametersForm(numbers, file.parameters);
  const readLifts = readAdjustmentRows(lifts, platform.id, types, file.adjustments);
  const readOwn = readPlatformForm(own, platform, platforms);
  const problemTab: Tab | null = !readRules.ok
    ? 'rules'
    : !readPeople.ok
      ? 'audience'
      : readWindows.some((one) => !one.ok) || !readLifts.ok
        ? 'studies'
        : !readOwn.ok
          ? 'platform'
          : !readNumbers.ok
            ? 'general'
            : null;

  const save = async () => {
    if (problemTab !== null || !readRules.ok || !readPeople.ok || !readLifts.ok || !readOwn.ok || !readNumbers.ok) {
      setShowProblems(true);
      setTab(problemTab ?? tab);
      announce('Some fields cannot be read', 'assertive');
      return;
    }
    const others = file.evidence.filter((window) => window.platform !== platform.id);
    const told = readWindows.flatMap((one) => (one.ok ? [one.value] : []));
    let stored = false;
    await undoable(async () => {
      stored =
        (rules === started.rules || (await runEdit(updateConstraint(platform.id, readRules.value)))) &&
        (people === started.people || (await runEdit(updateAudience(platform.id, readPeople.value)))) &&
        (windows === started.windows || (await runEdit(updateEvidence([...others, ...told])))) &&
        (lifts === started.lifts || (await runEdit(updateAdjustments(readLifts.value)))) &&
        (own === started.own || (await runEdit(savePlatform(readOwn.value)))) &&
        (grid === file.gridMinutes || (await runEdit(setGridMinutes(grid)))) &&
        (Object.keys(readNumbers.value).length === 0 || (await runEdit(updateParameters(readNumbers.value))));
      return stored ? `Saved the settings of ${platform.name}` : null;
    });
    if (stored) onClose();
  };
  const reset = async (edit: Promise<Result<void, string>>, words: string) => {
    if (await runEdit(edit, words)) onClose();
  };
  return (
    <EditorForm title={platform.name} saveLabel="Save" onSave={() => void save()} onCancel={onClose}>
      <div className={classes.tabs}>
        <SegmentedControl
          fullWidth
          data-autofocus
          aria-label="What to set"
          value={tab}
          data={TABS}
          onChange={(value) => setTab(value as Tab)}
        />
      </div>
      {tab === 'rules' ? (
        <ConstraintFields
          form={rules}
          platform={platform}
          parameters={file.parameters}
          problems={showProblems && !readRules.ok ? readRules.error : {}}
          canReset={constraint !== null}
          onChange={(patch) => setRules({ ...rules, ...patch })}
          onReset={() => void reset(resetConstraint(platform.id), `Reset the rules of ${platform.name}`)}
        />
      ) : null}
      {tab === 'audience' ? (
        <AudienceFields
          form={people}
          problems={showProblems && !readPeople.ok ? readPeople.error : {}}
          onChange={(patch) => setPeople({ ...people, ...patch })}
        >
          {file.audiences[platform.id] ? (
            <div>
              <QuietButton
                onClick={() => void reset(removeAudience(platform.id), `Removed the audience of ${platform.name}`)}
              >
                Remove this audience
              </QuietButton>
            </div>
          ) : null}
        </AudienceFields>
      ) : null}
      {tab === 'studies' ? (
        <>
          <EvidenceFields
            platform={platform}
            studies={windows.map(({ key, form }, index) => {
              const read = readWindows[index];
              return { key, form, problems: showProblems && read && !read.ok ? read.error : {} };
            })}
            onChange={(key, form) => setWindows(withStudy(windows, key, form))}
            onReset={() => void reset(resetEvidence(platform.id), `Reset the studies of ${platform.name}`)}
          />
          <AdjustmentFields
            platform={platform}
            rows={lifts}
            problems={showProblems && !readLifts.ok ? readLifts.error : NO_PROBLEMS}
            onChange={setLifts}
            onReset={() => void reset(updateAdjustments(null), 'Reset the adjustments of all platforms')}
          />
        </>
      ) : null}
      {tab === 'platform' ? (
        <PlatformFields
          form={own}
          problems={showProblems && !readOwn.ok ? readOwn.error : {}}
          onChange={(patch) => setOwn({ ...own, ...patch })}
        >
          <PlatformReset
            platform={platform}
            isOwn={file.platforms.some(({ id }) => id === platform.id)}
            onReset={(words) => void reset(removePlatform(platform.id), words)}
          />
        </PlatformFields>
      ) : null}
      {tab === 'general' ? (
        <ParameterFields
          form={numbers}
          problems={showProblems && !readNumbers.ok ? readNumbers.error : {}}
          onChange={(patch) => setNumbers({ ...numbers, ...patch })}
          gridMinutes={grid}
          onGrid={setGrid}
          onReset={() => void reset(resetParameters(), 'Reset the numbers of all platforms')}
        />
      ) : null}
    </EditorForm>
  );
}

/** The list with one study changed, added at its end, or removed. */
function withStudy(studies: readonly Study[], key: number, form: EvidenceForm | null): readonly Study[] {
  if (form === null) return studies.filter((study) => study.key !== key);
  if (!studies.some((study) => study.key === key)) return [...studies, { key, known: null, form }];
  return studies.map((study) => (study.key === key ? { ...study, form } : study));
}
