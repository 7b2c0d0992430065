import type { PlayOptions } from "../../cli/replay/play.ts";
import { settings } from "../../core/judging/policy.ts";

/** A way to run a site, beside what is the same for all: what is changed of it. */
interface Way extends Pick<PlayOptions, "thresholds"> {
  readonly name: string;
  readonly history?: boolean;
  readonly learning?: boolean;
  readonly noticed?: number;
  /** Without the shipped model. */
  readonly bare?: boolean;
}

const { balanced } = settings;

/** The presets, and what each part of the filter is worth with the balanced one. */
export const ways: readonly Way[] = [
  { name: "careful", thresholds: settings.careful },
  { name: "balanced", thresholds: balanced },
  { name: "light", thresholds: settings.light },
  { name: "balanced, half of the errors unnoticed", thresholds: balanced, noticed: 0.5 },
  { name: "balanced, without history", thresholds: balanced, history: false },
  { name: "balanced, without the shipped model", thresholds: balanced, bare: true },
  { name: "balanced, without learning", thresholds: balanced, learning: false },
];
