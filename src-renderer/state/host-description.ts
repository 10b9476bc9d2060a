import { useEffect, useState } from 'react';
import type { RequestOutput } from '#shared/ipc/contract';
import { host } from './host';

export type HostDescription = RequestOutput<'host.describe'>;

/** Which door this is and where its data folder lies; null until the host said so. */
export function useHostDescription(): HostDescription | null {
  const [description, setDescription] = useState<HostDescription | null>(null);
  useEffect(() => {
    let current = true;
    void host()
      .request('host.describe', {})
      .then((outcome) => {
        if (current && outcome.kind === 'ok') setDescription(outcome.value);
      });
    return () => {
      current = false;
    };
  }, []);
  return description;
}
