/** Bodies as they are stored: what is in one, and one with sequences cut out of it. */
import { gzipSync } from 'node:zlib'
import { z } from 'zod'
import { Batch, type Ledger } from '../lib/trace/schema.ts'
import { gunzip } from './gunzip.ts'
import { parseJson } from './json.ts'
import { Refusal } from './refusal.ts'

/** As much of a batch as it takes to know its sequences; an earlier version may have stored what the schema no longer takes. */
const Envelope = z.looseObject({ sequences: z.array(z.looseObject({ id: z.string(), actions: z.array(z.unknown()) })) })
const { ledger: LedgerOrNone } = Batch.shape

/** One sequence of a body, by its id. */
export type Part = { id: string; actions: number }

type Opened = { value: object; all: unknown[]; envelope: z.infer<typeof Envelope> }

/** @returns null for a body that is damaged or no batch */
function open(body: Uint8Array): Opened | null {
  try {
    const { value } = parseJson(gunzip(Buffer.from(body)))
    const { data: envelope } = Envelope.safeParse(value)
    if (!envelope || typeof value !== 'object' || value === null || !('sequences' in value)) return null
    return Array.isArray(value.sequences) ? { value, all: value.sequences, envelope } : null
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

const partOf = ({ id, actions }: { id: string; actions: unknown[] }): Part => ({ id, actions: actions.length })
export const partsOf = (sequences: { id: string; actions: unknown[] }[]): Part[] => sequences.map(partOf)

/** What the columns beside a body say of it, read from the body itself; null if it cannot be read. */
export function contentsOf(body: Uint8Array): { parts: Part[]; ledger: Ledger | undefined } | null {
  const opened = open(body)
  if (!opened) return null
  return { parts: partsOf(opened.envelope.sequences), ledger: LedgerOrNone.safeParse(opened.envelope.ledger).data }
}

/**
 * The body with these sequences cut out of it, down to a header without any; null if it cannot be read. What stays is written as
 * it was.
 */
export function without(body: Uint8Array, sequences: ReadonlySet<string>): Uint8Array | null {
  const opened = open(body)
  if (!opened) return null
  const { value, all, envelope } = opened
  const kept = all.filter((_, index) => !sequences.has(envelope.sequences[index]?.id ?? ''))
  return kept.length === all.length ? body : pack({ ...value, sequences: kept })
}

export const pack = (batch: object): Uint8Array => gzipSync(JSON.stringify(batch))
