// Where the pieces of the tasks that an attempt moves stand before it, so that it can be undone.
import type { Board } from './board';

export class Standing {
  private readonly board: Board;
  /** The task that moves, and those whose pieces make way. */
  private readonly tasks: number[];
  private readonly pieces: number[] = [];
  private readonly runs: number[] = [];
  private readonly starts: number[] = [];

  constructor(board: Board, task: number, holders: readonly number[]) {
    this.board = board;
    this.tasks = [task];
    for (const holder of holders) {
      const other = board.pieceTask[holder]!;
      if (!this.tasks.includes(other)) this.tasks.push(other);
    }
    for (const one of this.tasks) {
      for (const piece of board.piecesOf[one]!) {
        this.pieces.push(piece);
        this.runs.push(board.pieceRun[piece]!);
        this.starts.push(board.pieceStart[piece]!);
      }
    }
  }

  /** Whether those who made way are placed whole, or not at all: a task may not end up with part of its pieces. */
  areWhole(): boolean {
    const { board, tasks } = this;
    for (let at = 1; at < tasks.length; at += 1) {
      let minutes = 0;
      for (const piece of board.piecesOf[tasks[at]!]!) minutes += board.pieceMinutes[piece]!;
      if (minutes !== 0 && minutes !== board.columns.minutes[tasks[at]!]!) return false;
    }
    return true;
  }

  /** The attempt stands: what is off the board is forgotten, and the board told where something changed. */
  changed(): void {
    const { board } = this;
    for (const piece of this.pieces) if (board.pieceRun[piece]! < 0) board.drop(piece);
    board.changed(this.runs);
    for (const task of this.tasks) board.changed(board.runsOf(task));
  }

  /** Puts all back but the totals. */
  restore(): void {
    const { board, pieces } = this;
    for (const task of this.tasks) {
      const list = board.piecesOf[task]!;
      while (list.length > 0) {
        const piece = list[0]!;
        board.takeBack(piece);
        if (!pieces.includes(piece)) board.drop(piece);
      }
    }
    for (let at = 0; at < pieces.length; at += 1) board.putBack(pieces[at]!, this.runs[at]!, this.starts[at]!);
  }
}
