import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { Result } from '#shared/base/result';
import type { EvidenceWindow } from '#shared/posts/evidence/evidence-window';
import type { Platform } from '#shared/posts/nouns/platform';
import { announce } from '../../state/announce';
import {
  resetConstraint,
  resetEvidence,
  resetParameters,
  updateAudience,
  updateConstraint,
  updateEvidence,
  updateParameters,
} from '../../state/posts/edit-rules';
import { usePostsFile } from '../../state/posts/posts-file';
import { runEdit } from '../../state/run-edit';
import { EditorForm, EditorPanel } from '../../ui';
import { AudienceFields } from './audience-fields';
import { audienceFormOf, readAudienceForm } from './audience-form';
import { ConstraintFields } from './constraint-fields';
import { constraintFormOf, readConstraintForm } from './constraint-form';
import { EvidenceFields } from './evidence-fields';
import { type EvidenceForm, evidenceFormOf, readEvidenceForm } from './evidence-form';
import { ParameterFields } from './parameter-fields';
import { parametersFormOf, readParametersForm } from './parameters-form';
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

type Tab = 'rules' | 'audience' | 'studies' | 'general';

const TABS: { value: Tab; label: string }[] = [
  { value: 'rules', label: 'Rules' },
  { value: 'audience', label: 'Audience' },
  { value: 'studies', label: 'Studies' },
  { value: 'general', label: 'General' },
];

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
  const [started] = useState({ rules, people, windows, numbers });
  const [showProblems, setShowProblems] = useState(false);

  const readRules = readConstraintForm(rules, platform.id, constraint);
  const readPeople = readAudienceForm(people, audience);
  const readWindows = windows.map(({ form, known }) => readEvidenceForm(form, platform.id, known));
  const readNumbers = readParametersForm(numbers, file.parameters);
  const problemTab: Tab | null = !readRules.ok
    ? 'rules'
    : !readPeople.ok
      ? 'audience'
      : readWindows.some((one) => !one.ok)
        ? 'studies'
        : !readNumbers.ok
          ? 'general'
          : null;

  const save = async () => {
    if (problemTab !== null || !readRules.ok || !readPeople.ok || !readNumbers.ok) {
      setShowProblems(true);
      setTab(problemTab ?? tab);
      announce('Some fields cannot be read', 'assertive');
      return;
    }
    const others = file.evidence.filter((window) => window.platform !== platform.id);
    const own = readWindows.flatMap((one) => (one.ok ? [one.value] : []));
    const stored =
      (rules === started.rules || (await runEdit(updateConstraint(platform.id, readRules.value)))) &&
      (people === started.people || (await runEdit(updateAudience(platform.id, readPeople.value)))) &&
      (windows === started.windows || (await runEdit(updateEvidence([...others, ...own])))) &&
      (Object.keys(readNumbers.value).length === 0 || (await runEdit(updateParameters(readNumbers.value))));
    if (!stored) return;
    announce(`The settings of ${platform.name} are saved`);
    onClose();
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
        />
      ) : null}
      {tab === 'studies' ? (
        <EvidenceFields
          platform={platform}
          studies={windows.map(({ key, form }, index) => {
            const read = readWindows[index];
            return { key, form, problems: showProblems && read && !read.ok ? read.error : {} };
          })}
          onChange={(key, form) => setWindows(withStudy(windows, key, form))}
          onReset={() => void reset(resetEvidence(platform.id), `Reset the studies of ${platform.name}`)}
        />
      ) : null}
      {tab === 'general' ? (
        <ParameterFields
          form={numbers}
          problems={showProblems && !readNumbers.ok ? readNumbers.error : {}}
          onChange={(patch) => setNumbers({ ...numbers, ...patch })}
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
