export { leaf } from './calendar-range';
export { CalendarScreen } from './calendar-screen';
export { formatElapsed } from './elapsed';
export { PreviewScreen } from './preview-screen';
