/** The data type of a dragged To place card; its data is the task's id. */
export const TASK_DRAG_TYPE = 'application/x-daywright-task';
