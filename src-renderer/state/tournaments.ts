// Tournaments for screens: hooks, and actions that are one undo step each and fail with a sentence for the user.
export {
  assignUmpire,
  judgeMove,
  moveMatch,
  type PinnedParts,
  pinMatch,
  pinOf,
  swapUmpires,
  takeAlternative,
  unpinMatch,
} from './tournaments/by-hand';
export { type Capacity, type CapacityAnswer, type CapacityQuestion, useCapacity } from './tournaments/capacity';
export {
  addEntryLate,
  callMatch,
  checkIn,
  courtIsBack,
  loseCourt,
  markAway,
  markBack,
  recordOverrun,
  recordResult,
  takeBackWithdrawal,
  undoResult,
  withdraw,
} from './tournaments/day';
export {
  type EntriesRead,
  exportTournamentCalendar,
  importEntries,
  readEntries,
  type TournamentCalendar,
} from './tournaments/in-and-out';
export { openTournament, openTournamentNow, useOpenTournament, useTournaments } from './tournaments/open';
export { closeOrderOfPlay, printOrderOfPlay, useOrderOfPlay } from './tournaments/order-of-play';
export { useOwnMatches } from './tournaments/own';
export {
  applyRepair,
  discardRepair,
  lookForRepair,
  type RepairPreview,
  repairNow,
  useRepair,
} from './tournaments/repair';
export {
  cancelScheduling,
  dismissSchedulingProblem,
  type ScheduleMode,
  scheduleStatus,
  scheduleTournament,
  schedulingNow,
  useScheduling,
} from './tournaments/scheduling';
export {
  changeTournament,
  createTournament,
  drawSwissRound,
  drawTournamentAgain,
  duplicateTournament,
  exportTournament,
  importTournament,
  removeTournament,
  setCourts,
  setEntries,
  setUmpires,
  type TournamentDraft,
} from './tournaments/setup';
export { type TournamentView, tournamentView } from './tournaments/view';
