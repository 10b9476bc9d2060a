import type { DrawType } from '#shared/tournaments/document';

/** In the order in which organisers ask for them. */
export const FORMATS: readonly { readonly value: DrawType; readonly label: string }[] = [
  { value: 'knockout', label: 'Knockout' },
  { value: 'roundRobin', label: 'Round robin' },
  { value: 'groupsKnockout', label: 'Groups, then knockout' },
  { value: 'swiss', label: 'Swiss' },
  { value: 'given', label: 'Given matches' },
];
