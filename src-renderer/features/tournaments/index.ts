export { TournamentsScreen } from './tournaments-screen';
