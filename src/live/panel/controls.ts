/// <reference lib="dom" />
import type { DistributionSpec } from "../../distributions/distribution.js";
import type { Quantity } from "../../models/quantity.js";
import { formatValue } from "../../report/format.js";
import { type Changes, withMove, withPrice } from "../changes.js";
import type { LiveRecord } from "../live-record.js";
import type { Move } from "../move-input.js";
import { positionOf, type Track, valueAt } from "../track.js";
import { medianTrack, priceTrack, spreadTrack } from "../tracks.js";

/** A slider with the field beside it, and the number that both stand for. */
export interface Control {
  readonly slider: HTMLInputElement;
  readonly field: HTMLInputElement;
  readonly track: Track;
  /** The number as the changes have it; the recorded one where it is not moved. */
  readonly valueIn: (changes: Changes) => number;
  /** The changes with another number; the recorded one takes the change back. */
  readonly change: (changes: Changes, value: number) => Changes;
  /** In words, for those who hear it. */
  readonly say: (value: number) => string;
}

/** The controls that the page has, the price first. */
export function controlsOf({ scenario, price, inputs }: LiveRecord): readonly Control[] {
  const quantity = (name: string): Quantity =>
    scenario.quantities.find((one) => one.name === name)!;
  const { unit } = quantity(scenario.outputs[0]!);
  const all = inputs.flatMap((name) => inputControls(quantity(name)));
  return price ? [priceControl(price.price, unit), ...all] : all;
}

function priceControl(price: number, unit: string): Control {
  return {
    ...elements("live-price")!,
    track: priceTrack(price),
    valueIn: (changes) => changes.price ?? price,
    change: (changes, value) => withPrice(changes, value === price ? undefined : value),
    say: (value) => formatValue(value, unit),
  };
}

function inputControls({ name, unit, definition }: Quantity): readonly Control[] {
  const track = medianTrack((definition as { spec: DistributionSpec }).spec, unit);
  const control = (of: keyof Move, own: Pick<Control, "track" | "say">): Control | undefined => {
    const found = elements(`live-${of}-${name}`);
    const { middle } = own.track;
    return (
      found && {
        ...found,
        ...own,
        valueIn: ({ inputs }) => inputs[name]?.[of] ?? middle,
        change: (changes, value) =>
          withMove(changes, name, {
            ...changes.inputs[name],
            [of]: value === middle ? undefined : value,
          }),
      }
    );
  };
  return [
    control("median", { track, say: (value) => formatValue(value, unit) }),
    control("spread", { track: spreadTrack, say: (value) => `${shown(value)} times` }),
  ].filter((one) => one !== undefined);
}

function elements(id: string): Pick<Control, "slider" | "field"> | undefined {
  const slider = document.getElementById(id);
  const field = document.getElementById(`${id}-number`);
  if (!slider || !field) return undefined;
  return { slider: slider as HTMLInputElement, field: field as HTMLInputElement };
}

/** Puts slider and field where the changes have them; a field that is being typed in is left alone. */
export function showControl(
  { slider, field, track, valueIn, say }: Control,
  changes: Changes,
): void {
  const value = valueIn(changes);
  slider.value = String(positionOf(track, value));
  slider.setAttribute("aria-valuetext", say(value));
  if (document.activeElement !== field) field.value = shown(value);
  field.removeAttribute("aria-invalid");
}

/** The value that a slider was moved to. */
export function sliderValue({ slider, track }: Control): number {
  return valueAt(track, Number(slider.value));
}

/** The value typed into a field: the recorded one where it reads as that; undefined for no number. */
export function fieldValue({ field, track: { middle } }: Control): number | undefined {
  if (field.value === shown(middle)) return middle;
  const value = Number(field.value);
  return field.value.trim() === "" || !Number.isFinite(value) ? undefined : value;
}

function shown(value: number): string {
  return String(Number(value.toPrecision(4)));
}
