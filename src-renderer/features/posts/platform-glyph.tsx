import {
  IconBrandBluesky,
  IconBrandFacebook,
  IconBrandInstagram,
  IconBrandLinkedin,
  IconBrandMastodon,
  IconBrandTiktok,
  IconBrandX,
  IconBrandYoutube,
  IconSend,
  type TablerIcon,
} from '@tabler/icons-react';

const GLYPHS: Readonly<Record<string, TablerIcon>> = {
  bluesky: IconBrandBluesky,
  facebook: IconBrandFacebook,
  instagram: IconBrandInstagram,
  linkedin: IconBrandLinkedin,
  mastodon: IconBrandMastodon,
  tiktok: IconBrandTiktok,
  x: IconBrandX,
  youtube: IconBrandYoutube,
};

/** The mark of a platform; one that a user brought has a paper plane. */
export function PlatformGlyph({ platform, size = 16 }: { readonly platform: string; readonly size?: number }) {
  const Glyph = (Object.hasOwn(GLYPHS, platform) ? GLYPHS[platform] : undefined) ?? IconSend;
  return <Glyph size={size} stroke={1.6} aria-hidden="true" />;
}
