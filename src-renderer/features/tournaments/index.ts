export { newTournament } from './new-tournament';
export { TournamentsScreen } from './tournaments-screen';
