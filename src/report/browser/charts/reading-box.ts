/// <reference lib="dom" />

/** A line of text that stands beside a mark. */
export interface ReadingBox {
  /** Puts the box into its figure, empty. */
  readonly place: () => void;
  /** Shows a text near a point of the window; hides where the text is empty. */
  readonly show: (text: string, x: number, y: number) => void;
}

/** Pixels between a point and its text. */
const GAP = 12;

/** Makes the box of a figure, which stays inside of it; Escape hides it. */
export function readingBox(slot: HTMLElement): ReadingBox {
  const box = document.createElement("p");
  box.className = "reading";
  box.setAttribute("role", "status");
  const show = (text: string, x: number, y: number): void => {
    if (box.textContent !== text) box.textContent = text;
    if (text === "") return;
    const frame = slot.getBoundingClientRect();
    const right = x - frame.left + GAP;
    const fits = right + box.offsetWidth <= frame.width;
    const left = fits ? right : x - frame.left - GAP - box.offsetWidth;
    box.style.left = `${Math.max(0, Math.min(left, frame.width - box.offsetWidth))}px`;
    box.style.top = `${y - frame.top - GAP - box.offsetHeight}px`;
  };
  const place = (): void => {
    slot.append(box);
    document.addEventListener("keydown", ({ key }) => {
      if (key === "Escape") show("", 0, 0);
    });
  };
  return { place, show };
}
