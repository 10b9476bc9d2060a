import type { JobInput, JobName, JobOutput } from '#shared/jobs/contract';
import { endingOf, type JobControl, type JobEnding } from '#shared/jobs/envelope';

type JobFunctions = {
  readonly [Name in JobName]: (
    input: JobInput<Name>,
    control: JobControl,
  ) => JobOutput<Name> | Promise<JobOutput<Name>>;
};

/** Finds the job's function and runs it. Never rejects: a bug is an ending too. */
export function runJob(name: string, input: unknown, control: JobControl): Promise<JobEnding> {
  return endingOf(() => {
    if (!Object.hasOwn(jobFunctions, name)) throw new Error(`There is no job named ${name}`);
    const job = jobFunctions[name as JobName] as (input: unknown, control: JobControl) => unknown;
    return job(input, control);
  });
}

const jobFunctions: Partial<JobFunctions> = {};
