import { type Infer } from '../base/schema';
import type { PlanRun } from './plan-run';
import type { PlanningProblem } from './problem';
/** What happened: time that is taken now, and tasks that want a place at once. */
export declare const plannedOverSchema: import('zod').ZodObject<
  {
    taken: import('zod').ZodArray<
      import('zod').ZodObject<
        {
          start: import('zod').ZodString;
          end: import('zod').ZodString;
        },
        import('zod/v4/core').$strip
      >
    >;
    wanting: import('zod').ZodArray<import('zod').ZodString>;
  },
  import('zod/v4/core').$strip
>;
export declare const followedSchema: import('zod').ZodObject<
  {
    placements: import('zod').ZodArray<
      import('zod').ZodObject<
        {
          kind: import('zod').ZodEnum<{
            habit: 'habit';
            match: 'match';
            post: 'post';
            task: 'task';
          }>;
          id: import('zod').ZodString;
          start: import('zod').ZodString;
          end: import('zod').ZodString;
          score: import('zod').ZodDefault<import('zod').ZodNumber>;
          factors: import('zod').ZodDefault<
            import('zod').ZodArray<
              import('zod').ZodObject<
                {
                  name: import('zod').ZodString;
                  value: import('zod').ZodNumber;
                  weight: import('zod').ZodNumber;
                  detail: import('zod').ZodDefault<import('zod').ZodString>;
                },
                import('zod/v4/core').$strip
              >
            >
          >;
          day: import('zod').ZodOptional<import('zod').ZodString>;
          chunk: import('zod').ZodDefault<
            import('zod').ZodNullable<
              import('zod').ZodObject<
                {
                  index: import('zod').ZodInt;
                  of: import('zod').ZodInt;
                },
                import('zod/v4/core').$strip
              >
            >
          >;
          pinned: import('zod').ZodDefault<import('zod').ZodBoolean>;
          lateMinutes: import('zod').ZodDefault<import('zod').ZodNumber>;
          slack: import('zod').ZodDefault<
            import('zod').ZodEnum<{
              ample: 'ample';
              late: 'late';
              none: 'none';
              tight: 'tight';
            }>
          >;
          notice: import('zod').ZodOptional<import('zod').ZodString>;
        },
        import('zod/v4/core').$loose
      >
    >;
    unplaced: import('zod').ZodArray<
      import('zod').ZodObject<
        {
          kind: import('zod').ZodEnum<{
            habit: 'habit';
            match: 'match';
            post: 'post';
            task: 'task';
          }>;
          id: import('zod').ZodString;
          reason: import('zod').ZodEnum<{
            blockedByAllDayEvent: 'blockedByAllDayEvent';
            dependencyCycle: 'dependencyCycle';
            dependencyUnplaced: 'dependencyUnplaced';
            earliestStartAfterDue: 'earliestStartAfterDue';
            higherPriorityWorkFillsItsWindows: 'higherPriorityWorkFillsItsWindows';
            horizonEnds: 'horizonEnds';
            longerThanAnyFreeRun: 'longerThanAnyFreeRun';
            longerThanAnyFreeRunBeforeDue: 'longerThanAnyFreeRunBeforeDue';
            minimumChunkLongerThanAnyGap: 'minimumChunkLongerThanAnyGap';
            noDuration: 'noDuration';
            noFreeRunInWindow: 'noFreeRunInWindow';
            noWorkingHours: 'noWorkingHours';
            paused: 'paused';
          }>;
          detail: import('zod').ZodString;
          day: import('zod').ZodOptional<import('zod').ZodString>;
        },
        import('zod/v4/core').$loose
      >
    >;
    quality: import('zod').ZodObject<
      {
        meanHabitDeltaMinutes: import('zod').ZodNumber;
        shortGaps: import('zod').ZodNumber;
        unplaced: import('zod').ZodNumber;
        lateMinutes: import('zod').ZodNumber;
        lateTasks: import('zod').ZodNumber;
        preference: import('zod').ZodNumber;
        placed: import('zod').ZodNumber;
      },
      import('zod/v4/core').$loose
    >;
    metrics: import('zod').ZodObject<
      {
        phases: import('zod').ZodRecord<import('zod').ZodString, import('zod').ZodNumber>;
        candidates: import('zod').ZodNumber;
        cacheHits: import('zod').ZodNumber;
        cacheMisses: import('zod').ZodNumber;
        caches: import('zod').ZodDefault<
          import('zod').ZodRecord<
            import('zod').ZodString,
            import('zod').ZodObject<
              {
                hits: import('zod').ZodNumber;
                misses: import('zod').ZodNumber;
              },
              import('zod/v4/core').$strip
            >
          >
        >;
        groups: import('zod').ZodNumber;
        groupSizes: import('zod').ZodDefault<import('zod').ZodArray<import('zod').ZodNumber>>;
        workers: import('zod').ZodNumber;
        dispatched: import('zod').ZodDefault<import('zod').ZodNumber>;
        rounds: import('zod').ZodDefault<import('zod').ZodNumber>;
        moves: import('zod').ZodDefault<
          import('zod').ZodObject<
            {
              tried: import('zod').ZodNumber;
              kept: import('zod').ZodNumber;
            },
            import('zod/v4/core').$strip
          >
        >;
        swaps: import('zod').ZodDefault<
          import('zod').ZodObject<
            {
              tried: import('zod').ZodNumber;
              kept: import('zod').ZodNumber;
            },
            import('zod/v4/core').$strip
          >
        >;
        provenDays: import('zod').ZodDefault<import('zod').ZodNumber>;
        habitDays: import('zod').ZodDefault<import('zod').ZodNumber>;
        congestion: import('zod').ZodDefault<
          import('zod').ZodArray<
            import('zod').ZodObject<
              {
                from: import('zod').ZodString;
                unit: import('zod').ZodEnum<{
                  day: 'day';
                  week: 'week';
                }>;
                busyShare: import('zod').ZodNumber;
                freeMinutes: import('zod').ZodNumber;
                longestRunMinutes: import('zod').ZodNumber;
                workingMinutes: import('zod').ZodNumber;
                demandMinutes: import('zod').ZodDefault<import('zod').ZodNumber>;
              },
              import('zod/v4/core').$strip
            >
          >
        >;
        freeRuns: import('zod').ZodDefault<import('zod').ZodNumber>;
        skippedRuns: import('zod').ZodDefault<import('zod').ZodNumber>;
      },
      import('zod/v4/core').$loose
    >;
    scope: import('zod').ZodEnum<{
      all: 'all';
      days: 'days';
      none: 'none';
      touched: 'touched';
      week: 'week';
    }>;
  },
  import('zod/v4/core').$loose
>;
export type PlannedOver = Infer<typeof plannedOverSchema>;
export type Followed = Infer<typeof followedSchema>;
/** The whole plan is only made anew when somebody asks for it. */
export declare function followChange(
  problem: PlanningProblem,
  { taken, wanting }: PlannedOver,
  run?: PlanRun,
): Promise<Followed>;
