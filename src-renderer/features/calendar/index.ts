export { CalendarScreen } from './calendar-screen';
export { PreviewScreen } from './preview-screen';
