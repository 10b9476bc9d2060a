import type { PostUnplaced } from '#shared/posts/plan/posting-plan';
import { QuietButton, SectionTitle } from '../../ui';
import { PlatformGlyph } from './platform-glyph';
import classes from './unplaced-list.module.css';
import { unplacedWords } from './unplaced-words';

export interface UnplacedPost {
  readonly unplaced: PostUnplaced;
  readonly title: string;
}

interface UnplacedListProps {
  readonly posts: readonly UnplacedPost[];
  readonly onEdit: (postId: string) => void;
  /** Places it by hand at the first time that breaks no rule. */
  readonly onNext: (postId: string, title: string) => void;
}

/** What the last plan had no place for: why, in numbers, and what would help. */
export function UnplacedList({ posts, onEdit, onNext }: UnplacedListProps) {
  return (
    <section aria-labelledby="posts-unplaced">
      <SectionTitle id="posts-unplaced" context={posts.length}>
        Without a place
      </SectionTitle>
      <ul className={classes.list}>
        {posts.map(({ unplaced, title }) => {
          const { reason, advice } = unplacedWords(unplaced.reason);
          return (
            <li key={unplaced.id}>
              <PlatformGlyph platform={unplaced.platform} />
              <b>{title}</b>
              <span className={classes.reason} title={unplaced.detail}>
                {reason}
                <small>{advice}</small>
              </span>
              <QuietButton onClick={() => onNext(unplaced.id, title)}>Next free time</QuietButton>
              <QuietButton onClick={() => onEdit(unplaced.id)}>Edit</QuietButton>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
