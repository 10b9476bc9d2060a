import {
  IconBarbell,
  IconBike,
  IconBook,
  IconDeviceMobileOff,
  IconDroplet,
  IconLanguage,
  IconLeaf,
  IconMoon,
  IconMusic,
  IconPencil,
  IconPhone,
  IconRepeat,
  IconRun,
  IconSparkles,
  IconSwimming,
  IconToolsKitchen2,
  IconWalk,
  IconYoga,
  type TablerIcon,
} from '@tabler/icons-react';
import classes from './habit-glyph.module.css';

/** What a title is about, by its words; the first that fits wins. */
const GLYPHS: readonly (readonly [RegExp, TablerIcon])[] = [
  [/\bno phone\b|\bscreen|\boffline/i, IconDeviceMobileOff],
  [/\bruns?\b|\brunning|\bjog/i, IconRun],
  [/\bwalks?\b|\bwalking|\bhike|\bsteps\b/i, IconWalk],
  [/\bbik|\bcycl/i, IconBike],
  [/\bswim/i, IconSwimming],
  [/\bgym\b|\bweights?\b|\bworkout|\bstrength|\bexercise|\btrain/i, IconBarbell],
  [/\byoga|\bstretch|\bmeditat|\bbreath/i, IconYoga],
  [/\bread|\bbook|\bpages\b|\bstudy/i, IconBook],
  [
    /\bspanish|\bfrench|\bgerman|\benglish|\bitalian|\bportuguese|\bjapanese|\bchinese|\blanguage|\bvocab/i,
    IconLanguage,
  ],
  [/\bwrite|\bwriting|\bjournal|\bdiary|\bdraw|\bsketch/i, IconPencil],
  [/\bpiano|\bguitar|\bviolin|\bsing|\bmusic|\bpractice/i, IconMusic],
  [/\bplant|\bgarden/i, IconLeaf],
  [/\bwater\b|\bdrink/i, IconDroplet],
  [/\bcook|\bmeal|\blunch|\bbreakfast|\bdinner/i, IconToolsKitchen2],
  [/\bclean|\btidy|\blaundry|\bdishes/i, IconSparkles],
  [/\bsleep|\bbed\b|\bnap\b/i, IconMoon],
  [/\bcall\b|\bphone\b/i, IconPhone],
];

/** The tile before a habit's name. */
export function HabitGlyph({ title }: { readonly title: string }) {
  const Icon = GLYPHS.find(([pattern]) => pattern.test(title))?.[1] ?? IconRepeat;
  return (
    <span className={classes.tile} aria-hidden="true">
      <Icon size={18} stroke={1.6} />
    </span>
  );
}
