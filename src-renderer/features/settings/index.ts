export { RestoreOffer } from './restore-offer';
export { SettingsScreen } from './settings-screen';
