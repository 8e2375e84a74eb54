/**
 * Fifty typists and how they type. Between persons the spread is that of measured populations; within a person it is what is
 * left when a strong keystroke attack still succeeds, as it does on real data (TypeNet: 2.2 % equal error rate).
 *
 * Dhakal et al. 2018, 168,000 typists: interval between keys 239 ms, SD 112 between persons; key held 116 ms, SD 24; about 6 %
 * of keystrokes are corrections, SD 4.5. Repeated tests of one typist correlate at about 0.9 and more, hence the small spread
 * between sessions. Pauses over 2 s end a burst of writing; their rate varies by more than a factor of two between writers.
 */
import { PAIR_CLASSES, keyClass, pairClass, type KeyClass, type PairClass } from './keyboard.ts'
import { randomFrom, type Random } from './random.ts'

export type Typist = {
  /** Median ms between two key-downs, and its spread within a class of pairs. */
  interval: number
  intervalSpread: number
  /** How long a key is held, ms. */
  dwell: number
  dwellSpread: number
  pairs: Map<PairClass, number>
  /** Habits of single pairs and keys: factors that stay with the person. */
  pair(before: string, key: string): number
  hold(key: string, of: KeyClass): number
  /** Errors for each key, how many keys later they are noticed, how many are left. */
  errors: number
  notices: number
  leaves: number
  /** A word begins with a pause this often, of this median length in ms. */
  pauses: number
  pauseMs: number
  /** Median hesitation before a field, ms. */
  hesitation: number
}

const PAIR_FACTOR: Record<PairClass, number> = {
  double: 0.85,
  'same-finger': 1.25,
  'same-hand': 1.05,
  alternate: 0.88,
  'from-space': 1.1,
  'to-space': 0.9,
  edit: 1.3,
}
/** Spread of a person's factor for a class of pairs, for one pair, for one key: small beside the person's own speed. */
const CLASS_HABIT = 0.1
const PAIR_HABIT = 0.12
const KEY_HABIT = 0.08
const HOLD_FACTOR: Record<KeyClass, number> = { left: 1, right: 0.97, space: 0.9, edit: 0.95 }

export function typists(seed: number, count: number): Typist[] {
  return Array.from({ length: count }, (_, person) => typist(randomFrom(seed, 1, person)))
}

function typist(random: Random): Typist {
  const factors = new Map<string, number>()
  // The first use decides, from a seed of its own, so that the order of use does not.
  const habitSeed = random.below(2 ** 31)
  const habit = (name: string, spread: number) => {
    const known = factors.get(name)
    if (known !== undefined) return known
    const factor = randomFrom(habitSeed, ...[...name].map((letter) => letter.charCodeAt(0))).logNormal(1, spread)
    factors.set(name, factor)
    return factor
  }
  return {
    interval: random.logNormal(200, 0.36),
    intervalSpread: random.logNormal(0.3, 0.15),
    dwell: Math.max(60, random.normal(116, 24)),
    dwellSpread: random.logNormal(0.18, 0.2),
    pairs: new Map(PAIR_CLASSES.map((name) => [name, random.logNormal(PAIR_FACTOR[name], CLASS_HABIT)])),
    pair: (before, key) => habit(before + key, PAIR_HABIT),
    hold: (key, of) => habit(key, KEY_HABIT) * HOLD_FACTOR[of],
    errors: Math.min(0.12, random.logNormal(0.025, 0.6)),
    notices: random.logNormal(0.8, 0.4),
    leaves: 0.1 + 0.4 * random.next(),
    pauses: Math.min(0.4, random.logNormal(0.08, 0.5)),
    pauseMs: random.logNormal(900, 0.3),
    hesitation: random.logNormal(2500, 0.3),
  }
}

/** One press of one key; ms since the session began. */
type Key = { key: string; down: number; up: number }
/** A visit to one field: its keys, then the key that left it. */
export type Visit = { field: number; keys: Key[]; leave: Key }

/** Today's form: faster or slower, and more or less thoughtful, than the person is on average. */
const FORM = 0.07
const MOOD = 0.2
/** Hesitation varies by more than a factor of two within a person: what one waits for differs. */
const HESITATION_SPREAD = 0.8

export function typingSession(typist: Typist, texts: readonly string[], random: Random): Visit[] {
  const form = random.logNormal(1, FORM)
  const holdForm = random.logNormal(1, 0.05)
  const mood = random.logNormal(1, MOOD)
  let now = 0
  const press = (before: string, key: string): Key => {
    const factor = (typist.pairs.get(pairClass(before, key)) ?? 1) * typist.pair(before, key)
    now += random.logNormal(typist.interval * factor * form, typist.intervalSpread)
    const held = typist.dwell * typist.hold(key, keyClass(key)) * holdForm
    return { key, down: now, up: now + random.logNormal(held, typist.dwellSpread) }
  }
  return random.shuffled(texts.map((text, field) => ({ text, field }))).map(({ text, field }) => {
    now += random.logNormal(typist.hesitation * mood, HESITATION_SPREAD)
    const keys: Key[] = []
    let before = ''
    const type = (key: string) => {
      if (before === ' ' && random.chance(typist.pauses)) now += random.logNormal(typist.pauseMs * mood, 0.6)
      keys.push(press(before, key))
      before = key
    }
    for (let place = 0; place < text.length; place++) {
      if (!random.chance(typist.errors)) {
        type(text.charAt(place))
        continue
      }
      // A neighbour of the right key, some right keys after it, then back to it.
      const late = Math.min(text.length - 1 - place, Math.floor(-typist.notices * Math.log(1 - random.next())))
      type(random.pick(['e', 'r', 'o', 'n', 'i', 't']))
      if (random.chance(typist.leaves)) continue
      for (const key of text.slice(place + 1, place + 1 + late)) type(key)
      now += random.logNormal(250 * form, 0.4)
      for (let step = 0; step <= late; step++) type('Backspace')
      type(text.charAt(place))
    }
    // The last field of a form is left with Enter, the others with Tab: a matter of the task.
    return { field, keys, leave: press(before, field % 4 === 3 ? 'Enter' : 'Tab') }
  })
}
