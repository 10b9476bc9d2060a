import type { RequestOutput } from '#shared/ipc/contract';
import { failedWith, type Handlers, succeeded } from '#shared/ipc/handlers';
import { parseInstant } from '#shared/time/instant';
import { readSamples } from './samples';

export interface HostPorts {
  readonly door: RequestOutput<'host.describe'>['door'];
  readonly version: string;
  readonly platform: string;
  readonly dataFolder: string;
  /** Holds the samples. */
  readonly resourcesFolder: string;
}

export function hostHandlers({ door, version, platform, dataFolder, resourcesFolder }: HostPorts) {
  return {
    async 'host.describe'() {
      return succeeded({ door, version, platform, dataFolder });
    },
    async 'host.samples'({ now }) {
      const at = parseInstant(now);
      if (at === null) return failedWith('badPayload', `now is ${JSON.stringify(now)}: expected an ISO 8601 instant`);
      return succeeded(await readSamples(resourcesFolder, at));
    },
  } satisfies Pick<Handlers, 'host.describe' | 'host.samples'>;
}
