export { CalendarScreen } from './calendar-screen';
export { formatElapsed } from './elapsed';
export { PreviewScreen } from './preview-screen';
