import type { Spec } from "./figure.js";
import { fitLabel } from "./fit-label.js";
import { colours, type Variant } from "./theme.js";

/** At the sizes of the title and of the line below it, in pixels of chart text. */
const TITLE_WIDTH = { wide: 640, narrow: 280 } as const;
const CAPTION_WIDTH = { wide: 780, narrow: 330 } as const;

/** Pixels above the plot of a picture that stands alone, for its title. */
export const TITLE_ROOM = 56;

/** The title and the line below it of a picture that stands alone, without a page around it. */
export function pictureTitle(
  { title, caption }: { readonly title: string; readonly caption: string },
  variant: Variant,
): Spec {
  return {
    text: fitLabel(title, TITLE_WIDTH[variant]),
    subtitle: fitLabel(caption, CAPTION_WIDTH[variant]),
    anchor: "start",
    font: "Inter",
    subtitleFont: "Inter",
    fontSize: variant === "wide" ? 15 : 12,
    fontWeight: 600,
    subtitleFontSize: variant === "wide" ? 12 : 10,
    color: colours.ink,
    subtitleColor: colours.mute,
    offset: 12,
  };
}
