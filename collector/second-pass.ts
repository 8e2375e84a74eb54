import { findPhoneNumbersInText } from 'libphonenumber-js/max'
import { detect, type Detector } from '../lib/mask/detect.ts'
import { legible } from '../lib/mask/legible.ts'
import type { Batch, Sequence } from '../lib/trace/schema.ts'
import { firstInFreeText } from './free-text.ts'
import { secretRule, type SecretRule } from './secret-rules.ts'

/** The shortest numbers of the smallest countries, theirs included; looking for fewer takes long and finds nothing. */
const PHONE_DIGITS = 7

/** What fired: a detector, a rule of this side, or, as `fault`, an exception in one of them. */
type Fired = Detector | SecretRule | 'phone-number' | 'fault'

/** What fired and in which field. Nothing of the text. */
export type Finding = { sequence: string; field: string; detector: Fired }

type Inspected = {
  /** Sequences in which nothing fired. */
  clean: Sequence[]
  /** The first thing that fired in each of the others. */
  findings: Finding[]
}

/**
 * Looks again for what the page should have masked, with more than a page can carry. A sequence is kept as a whole or not at
 * all: a task with a step cut out of it teaches something that nobody did.
 */
export function secondPass({ sequences }: Pick<Batch, 'sequences'>): Inspected {
  // Most texts of a batch are the same few words again and again.
  const known = new Map<string, Fired | null>()
  function look(text: string): Fired | null {
    const answer = known.get(text)
    if (answer !== undefined) return answer
    const fired = firing(text)
    known.set(text, fired)
    return fired
  }
  const clean: Sequence[] = []
  const findings: Finding[] = []
  for (const [index, sequence] of sequences.entries()) {
    const found = firstInFreeText(sequence, look)
    if (found) findings.push({ sequence: sequence.id, field: ['sequences', index, ...found.path].join('.'), detector: found.answer })
    else clean.push(sequence)
  }
  return { clean, findings }
}

function firing(text: string): Fired | null {
  try {
    return detect(text) ?? firingHere(legible(text))
  } catch {
    // Not looked at is not known to be clean.
    return 'fault'
  }
}

function firingHere(read: string): Fired | null {
  const rule = secretRule(read)
  if (rule) return rule
  // Without a country only numbers that begin with a country's are known for certain; the detectors have the others.
  const digits = read.match(/\d/g)?.length ?? 0
  return digits >= PHONE_DIGITS && findPhoneNumbersInText(read).length > 0 ? 'phone-number' : null
}
