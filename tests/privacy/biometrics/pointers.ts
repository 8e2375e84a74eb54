/**
 * Fifty hands on a mouse. Fitts' law with throughput near 4.5 bit/s (Soukoreff and MacKenzie 2004: 3.7 to 4.9 over nine
 * studies) and about 15 % between persons; minimum-jerk velocity, skewed to a fast start and a long approach; a first
 * movement that over- or undershoots, then a correction (Meyer 1988; Walker 1993); physiological tremor of 8 to 12 Hz;
 * button held about 90 ms; second click of a double click 150 to 250 ms after the first. Clicks spread over the middle of a
 * target (SD of 4 % misses is a quarter of its width), with a person's own bias and one along the approach.
 */
import { randomFrom, type Random } from './random.ts'

export type Pointer = {
  /** Fitts: intercept ms, and ms for each bit. */
  intercept: number
  perBit: number
  moveSpread: number
  /** Skew of the velocity profile: 1 is symmetric, less starts faster. */
  skew: number
  /** Sideways bow as a share of the distance: its mean, and how it depends on the direction around the wrist. */
  bow: number
  wristBow: number
  wristAngle: number
  tremorPx: number
  tremorHz: number
  /** Share of movements that overshoot, by what share of the distance, and how long a correction takes. */
  overshoots: number
  miss: number
  correctionMs: number
  /** Rest on the target before pressing, ms. */
  dwell: number
  hold: number
  doubleGap: number
  /** Double clicks where one was enough. */
  needlessDoubles: number
  /** Where in a target it clicks: share of the size from its middle, spread, and how much short along the approach. */
  offset: { x: number; y: number }
  offsetSpread: number
  short: number
  hesitation: number
  /** Moves about while thinking this often, this far. */
  fidgets: number
  fidgetPx: number
  /** Wheel: notches in one gesture, ms between two, rest between gestures; and how often it goes too far and back. */
  notches: number
  notchMs: number
  gestureMs: number
  scrollsBack: number
  /** Shares of scrolling by the bar and by keys. */
  bar: number
  keys: number
}

export function pointers(seed: number, count: number): Pointer[] {
  return Array.from({ length: count }, (_, person) => pointer(randomFrom(seed, 2, person)))
}

function pointer(random: Random): Pointer {
  return {
    intercept: random.logNormal(160, 0.3),
    perBit: random.logNormal(170, 0.16),
    moveSpread: random.logNormal(0.2, 0.2),
    skew: Math.min(1.1, Math.max(0.6, random.normal(0.82, 0.08))),
    bow: random.normal(0.02, 0.03),
    wristBow: random.normal(0, 0.03),
    wristAngle: 2 * Math.PI * random.next(),
    tremorPx: random.logNormal(0.6, 0.4),
    tremorHz: 8 + 4 * random.next(),
    overshoots: 0.05 + 0.35 * random.next(),
    miss: random.logNormal(0.06, 0.3),
    correctionMs: random.logNormal(180, 0.2),
    dwell: random.logNormal(190, 0.35),
    hold: random.logNormal(90, 0.2),
    doubleGap: random.logNormal(180, 0.18),
    // Most people hardly ever, a few as a habit.
    needlessDoubles: random.chance(0.12) ? 0.3 * random.next() : 0.01,
    offset: { x: random.normal(0, 0.07), y: random.normal(0.02, 0.06) },
    offsetSpread: random.logNormal(0.15, 0.2),
    short: random.normal(0.08, 0.05),
    hesitation: random.logNormal(2200, 0.3),
    fidgets: 0.1 + 0.5 * random.next(),
    fidgetPx: random.logNormal(60, 0.4),
    notches: random.logNormal(4, 0.35),
    notchMs: random.logNormal(90, 0.25),
    gestureMs: random.logNormal(900, 0.3),
    scrollsBack: 0.05 + 0.3 * random.next(),
    bar: random.chance(0.2) ? 0.5 * random.next() : 0.02,
    keys: random.chance(0.2) ? 0.5 * random.next() : 0.02,
  }
}
