export { CommandPalette, openPalette } from './command-palette';
