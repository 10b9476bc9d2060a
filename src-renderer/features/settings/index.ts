export function RestoreOffer(_props: Record<string, unknown>): null { return null; }
export function SettingsScreen(_props: Record<string, unknown>): null { return null; }
