/** Looks for canaries in everything that was gathered, in every form one could have taken. */
import { createHash } from 'node:crypto'
import type { Canary } from './canaries.ts'
import { spelledIn, viewsOf } from './views.ts'

/** Something of ours that can hold a page's content: its name for the report, its text, and its records where it has any. */
export type Place = {
  name: string
  text: string
  records?: readonly unknown[]
  /** Its bytes are compressed, so that six letters stand beside each other by chance. */
  compressed?: true
}
export type Found = { canary: Canary; place: string; around: string }

/** Shortest piece of a letter canary that counts as finding it. */
const PIECE = 6
/** The same where bytes are compressed: a piece that two canaries could share says nothing there. */
const COMPRESSED_PIECE = 10
/** Runs of the letters that canaries are made of; nothing else needs to be looked at. */
const RUN = /[zqxvkjwfaeiou]{6,}/gi
/** Digits with what people put between them. */
const NUMBER = /[0-9](?:[0-9\s.()/+-]{0,3}[0-9])*/g
/** Parts of a token that are long enough to be it. */
const TOKEN_PART = /[A-Za-z0-9]{10,}/g
const HASHES = ['sha256', 'sha1', 'md5'] as const
const AROUND = 40

/** Does a run that begins with a piece of a canary hold much more of it? */
function holdsMuch(run: string, { value }: Canary): boolean {
  const lower = run.toLowerCase()
  const both = [value, [...value].toReversed().join('')]
  return both.some((text) =>
    Array.from({ length: text.length - COMPRESSED_PIECE + 1 }, (_, start) => text.slice(start, start + COMPRESSED_PIECE)).some((piece) =>
      lower.includes(piece),
    ),
  )
}

export type Search = (place: Place) => Found[]

export function searchFor(canaries: readonly Canary[]): Search {
  const pieces = new Map<string, Canary>()
  const whole = new Map<string, Canary>()
  const numbers = new Map<string, Canary>()
  const tokens = new Map<string, Canary>()
  const hashes = new Map<string, Canary>()
  for (const canary of canaries) {
    const value = canary.value.toLowerCase()
    if (canary.form === 'digits') numbers.set(value.replace(/\D/g, ''), canary)
    if (canary.form === 'token') for (const [part] of value.matchAll(TOKEN_PART)) tokens.set(part, canary)
    if (canary.form !== 'letters') continue
    const reversed = [...value].toReversed().join('')
    for (const text of [value, reversed]) whole.set(text, canary)
    for (let start = 0; start + PIECE <= value.length; start++) {
      pieces.set(value.slice(start, start + PIECE), canary)
      pieces.set(reversed.slice(start, start + PIECE), canary)
    }
    for (const name of HASHES) {
      for (const encoding of ['hex', 'base64', 'base64url'] as const) {
        hashes.set(createHash(name).update(canary.value).digest(encoding).replaceAll('=', ''), canary)
      }
    }
  }
  const length = Math.max(0, ...[...whole.keys()].map((value) => value.length))
  const sizes = [...new Set([...numbers.keys()].map((digits) => digits.length))]

  const inView = (view: string, hit: (canary: Canary, index: number) => void) => {
    for (const { 0: run, index } of view.matchAll(RUN)) {
      const lower = run.toLowerCase()
      for (let start = 0; start + PIECE <= lower.length; start++) {
        // Whole ones first: two canaries may share a piece, and the one that is there in full explains it.
        const canary = whole.get(lower.slice(start, start + length)) ?? pieces.get(lower.slice(start, start + PIECE))
        if (!canary) continue
        hit(canary, index + start)
        start += whole.has(lower.slice(start, start + length)) ? length - 1 : 0
      }
    }
    for (const { 0: run, index } of view.matchAll(NUMBER)) {
      const digits = run.replace(/\D/g, '')
      for (const size of sizes) {
        for (let start = 0; start + size <= digits.length; start++) {
          const canary = numbers.get(digits.slice(start, start + size))
          if (canary) hit(canary, index)
        }
      }
    }
    const lower = view.toLowerCase()
    for (const [part, canary] of tokens) {
      const index = lower.indexOf(part)
      if (index >= 0) hit(canary, index)
    }
  }

  return ({ name, text, records = [], compressed }) => {
    const found = new Map<Canary, Found>()
    for (const view of [...viewsOf(text), ...records.map(spelledIn)]) {
      inView(view, (canary, index) => {
        if (compressed && canary.form === 'letters' && !holdsMuch(view.slice(index, index + 2 * length), canary)) return
        const around = view.slice(Math.max(0, index - AROUND), index + AROUND).replace(/[^\x20-\x7E]+/g, ' ')
        if (!found.has(canary)) found.set(canary, { canary, place: name, around })
      })
    }
    for (const token of new Set(text.match(/[A-Za-z0-9+/_-]{22,}/g))) {
      const canary = hashes.get(token)
      if (canary) found.set(canary, { canary, place: name, around: `hash ${token}` })
    }
    return [...found.values()]
  }
}
