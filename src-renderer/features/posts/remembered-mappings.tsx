import { forgetMapping } from '../../state/posts/performance-import';
import { usePlatforms } from '../../state/posts/posts-file';
import { runEdit } from '../../state/run-edit';
import { useWorkspace } from '../../state/workspace';
import { QuietButton } from '../../ui';
import classes from './import-dialog.module.css';

/** Tables the user explained once: the next of their kind is read without a question, until they are forgotten. */
export function RememberedMappings() {
  const mappings = useWorkspace((state) => state.posts.mappings);
  const platforms = usePlatforms();
  if (mappings.length === 0) return null;
  return (
    <section className={classes.remembered} aria-label="Remembered tables">
      <h3>Remembered tables</h3>
      <ul>
        {mappings.map(({ id, name, platform, columns }) => (
          <li key={id}>
            <b>{name}</b>
            <span>
              {`${platforms.find((one) => one.id === platform)?.name ?? platform}: ${Object.values(columns).flat().join(', ')}`}
            </span>
            <QuietButton
              aria-label={`Forget ${name}`}
              onClick={() => void runEdit(forgetMapping(id), `Forgot the table “${name}”`)}
            >
              Forget
            </QuietButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
