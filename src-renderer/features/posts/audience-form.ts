// Who watches a platform, as rows of shares, and back.
import { failed, ok, type Result } from '#shared/base/result';
import type { Audience } from '#shared/posts/nouns/audience';
import { isAudienceZone, readShares, type ShareRow, shareRows } from './shares';

export interface AudienceForm {
  readonly zones: readonly ShareRow[];
  readonly ages: readonly ShareRow[];
  readonly devices: readonly ShareRow[];
}

export type AudienceProblem = Partial<Record<keyof AudienceForm, string>>;

export function audienceFormOf(audience: Audience | null): AudienceForm {
  return {
    zones: shareRows(audience?.timeZoneWeights ?? {}),
    ages: shareRows(audience?.ageCohorts ?? {}),
    devices: shareRows(audience?.deviceSplit ?? {}),
  };
}

/** Fields nobody knows are taken from `known`, the audience as it stands. */
export function readAudienceForm(form: AudienceForm, known: Audience | null): Result<Audience, AudienceProblem> {
  const zones = readShares(form.zones, 'time zone', isAudienceZone);
  const ages = readShares(form.ages, 'age group');
  const devices = readShares(form.devices, 'device');
  if (zones.ok && ages.ok && devices.ok) {
    return ok({ ...known, timeZoneWeights: zones.value, ageCohorts: ages.value, deviceSplit: devices.value });
  }
  return failed({
    ...(zones.ok ? {} : { zones: zones.error }),
    ...(ages.ok ? {} : { ages: ages.error }),
    ...(devices.ok ? {} : { devices: devices.error }),
  });
}
