import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  Input,
  type MantineColorsTuple,
} from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import classes from './theme.module.css';

// Ten steps around the accent token; components use shade 6 in both schemes.
const accent: MantineColorsTuple = [
  '#eef3fd',
  '#dbe6fb',
  '#b6ccf6',
  '#8eb0f1',
  '#6b97ec',
  '#4a7ee4',
  '#2d66dd',
  '#2459c8',
  '#1d4cad',
  '#163d8d',
];

const kinds = new Set(['task', 'habit', 'post', 'match', 'event']);

export const theme = createTheme({
  colors: { accent },
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 6 },
  fontFamily: 'var(--dw-font)',
  fontFamilyMonospace: 'ui-monospace, monospace',
  fontSizes: { xs: '11px', sm: '12px', md: '13px', lg: '15px', xl: '20px' },
  lineHeights: { xs: '14px', sm: '16px', md: '18px', lg: '20px', xl: '26px' },
  fontWeights: { regular: '400', medium: '500', semibold: '600', bold: '600' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '4px', sm: '6px', md: '7px', lg: '10px', xl: '12px' },
  defaultRadius: 'md',
  respectReducedMotion: true,
  cursorType: 'pointer',
  focusRing: 'auto',
  variantColorResolver: (input) => {
    if (typeof input.color === 'string' && kinds.has(input.color)) {
      return {
        background: `var(--dw-${input.color}-fill)`,
        hover: `var(--dw-${input.color}-fill-2)`,
        color: `var(--dw-${input.color}-text)`,
        border: '1px solid transparent',
      };
    }
    return defaultVariantColorsResolver(input);
  },
  components: {
    Modal: {
      defaultProps: {
        lockScroll: false,
        centered: true,
        radius: 'xl',
        overlayProps: { backgroundOpacity: 0.32 },
        transitionProps: { duration: 160 },
      },
    },
    Drawer: { defaultProps: { lockScroll: false, transitionProps: { duration: 160 } } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: false, classNames: { tooltip: classes.tooltip } } },
    // The placeholder that takes the focus at first is no menu item, which a menu must not hold: the first item takes it.
    Menu: {
      defaultProps: {
        shadow: 'md',
        radius: 'lg',
        transitionProps: { duration: 120 },
        withInitialFocusPlaceholder: false,
        classNames: { item: classes.menuItem },
      },
    },
    // Fields are 32 px high with text of the base size.
    Input: Input.extend({
      vars: (_theme, { size = 'sm' }) => ({
        wrapper: size === 'sm' ? { '--input-height': '32px', '--input-fz': '13px' } : {},
      }),
    }),
    TextInput: { defaultProps: { size: 'sm' } },
    NumberInput: { defaultProps: { size: 'sm' } },
    Select: {
      defaultProps: {
        size: 'sm',
        allowDeselect: false,
        rightSection: <IconChevronDown size={14} stroke={1.6} aria-hidden="true" />,
      },
    },
    Textarea: { defaultProps: { size: 'sm' } },
    Checkbox: { defaultProps: { size: 'xs', radius: 'xs', color: 'var(--dw-ink)', iconColor: 'var(--dw-on-ink)' } },
    Switch: { defaultProps: { size: 'xs', withThumbIndicator: false, color: 'var(--dw-ink)' } },
    SegmentedControl: { defaultProps: { size: 'xs', withItemsBorders: false, radius: 'md' } },
  },
});

/** Points Mantine's own variables at the tokens, so that its parts and ours cannot differ. */
export const cssVariables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--dw-surface)',
    '--mantine-color-text': 'var(--dw-text)',
    '--mantine-color-dimmed': 'var(--dw-text-3)',
    '--mantine-color-placeholder': 'var(--dw-text-3)',
    '--mantine-color-default': 'var(--dw-raised)',
    '--mantine-color-default-hover': 'var(--dw-hover)',
    '--mantine-color-default-color': 'var(--dw-text)',
    '--mantine-color-default-border': 'var(--dw-line-2)',
    '--mantine-color-error': 'var(--dw-bad-tx)',
    '--mantine-shadow-md': 'var(--dw-shadow-2)',
    '--mantine-shadow-xl': 'var(--dw-shadow-3)',
  };
  // Dark fields and menus take shade 6 of Mantine's own greys, which are warmer than ours.
  return { variables: {}, light: shared, dark: { ...shared, '--mantine-color-dark-6': 'var(--dw-raised)' } };
};
