import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { dayAt } from '#shared/time/zone';
import { announce } from '../../state/announce';
import { now, useNow } from '../../state/clock';
import { type Doubt, doubtsOf } from '../../state/quick-add/doubts';
import { quickAddDraft } from '../../state/quick-add/draft';
import { parseQuickAdd, quickAddFields } from '../../state/quick-add/quick-add';
import { meaningWords } from '../../state/quick-add/words';
import { runEdit } from '../../state/run-edit';
import { saveTask } from '../../state/save-task';
import { useWorkspace } from '../../state/workspace';
import { Kbd } from '../../ui';
import classes from './quick-add-field.module.css';
import { setQuickAddField } from './quick-add-focus';

function doubtWords({ text, why }: Doubt): string {
  return `${text}: ${why}`;
}

/** One line becomes a task. What is understood shows as chips at once; a chip's cross gives its words back to the title. */
export function QuickAddField() {
  const [text, setText] = useState('');
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
  const zone = useWorkspace((state) => state.settings.timeZone);
  const ticked = useNow();
  const today = dayAt(zone, ticked);
  const context = { now: ticked, zone };
  const parsed = parseQuickAdd(text, context, dismissed);
  const doubts = doubtsOf(parsed, quickAddFields(parsed, context), context);
  const untitled = text.trim() !== '' && quickAddDraft(text, context, dismissed) === null;

  const clear = () => {
    setText('');
    setDismissed(new Set());
  };
  const add = async () => {
    const wanted = quickAddDraft(text, { now: now(), zone }, dismissed);
    if (!wanted) {
      if (text.trim() !== '') announce('The task has no title yet', 'assertive');
      return;
    }
    clear();
    if (await runEdit(saveTask(wanted.draft, { projectName: wanted.projectName }))) {
      announce(`Added ${wanted.draft.title}`);
    } else {
      setText(text);
    }
  };

  return (
    <div className={classes.field}>
      <IconPlus size={16} stroke={1.6} aria-hidden="true" className={classes.plus} />
      <input
        ref={setQuickAddField}
        className={classes.input}
        aria-label="Add a task"
        aria-describedby="quick-add-understood"
        aria-keyshortcuts="n"
        placeholder="Add a task, such as Report 90m p2 morning #work fri 16:00"
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') {
            event.preventDefault();
            void add();
          } else if (event.key === 'Escape') {
            event.preventDefault();
            if (text === '') event.currentTarget.blur();
            else clear();
          }
        }}
      />
      {parsed.title !== '' && parsed.chips.length + doubts.length > 0 ? (
        <span className={classes.titled} aria-hidden="true">
          {parsed.title}
        </span>
      ) : null}
      <ul className={classes.chips} aria-label="Understood">
        {parsed.chips.map((chip) => {
          const words = meaningWords(chip.meaning, today);
          return (
            <li key={chip.key} className={classes.chip}>
              {words}
              <button
                type="button"
                className={classes.dismiss}
                aria-label={`Keep “${chip.text}” in the title instead of ${words}`}
                onClick={() => setDismissed(new Set([...dismissed, chip.key]))}
              >
                <IconX size={11} stroke={1.8} aria-hidden="true" />
              </button>
            </li>
          );
        })}
      </ul>
      {doubts.length > 0 ? (
        <ul className={classes.doubts} aria-label="Worth a look">
          {doubts.map((doubt) => (
            <li key={`${doubt.text} ${doubt.why}`}>{doubtWords(doubt)}</li>
          ))}
        </ul>
      ) : null}
      <span id="quick-add-understood" className="dw-visually-hidden">
        {parsed.chips.length === 0
          ? 'Length, priority, day and project may be part of the line. Enter adds.'
          : `Understood: ${parsed.chips.map((chip) => meaningWords(chip.meaning, today)).join(', ')}.${parsed.title === '' ? '' : ` Title: ${parsed.title}.`}`}
        {doubts.length > 0 ? ` Worth a look: ${doubts.map(doubtWords).join(', ')}` : ''}
      </span>
      <span className={classes.hint}>{text === '' ? <Kbd>N</Kbd> : untitled ? 'No title yet' : <Kbd>Enter</Kbd>}</span>
    </div>
  );
}
