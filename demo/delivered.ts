import { readFileSync } from 'node:fs'
import { Trace } from '../lib/trace/schema.ts'
import { addTally, type Tally } from './tally.ts'

/** Reads an export, one trace a line, and counts it. */
export function readDelivered(file: string): { sequences: number; delivered: Tally; bySite: Record<string, Tally> } {
  let delivered: Tally = {}
  const bySite: Record<string, Tally> = {}
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  for (const line of lines) {
    const { sequence } = Trace.parse(JSON.parse(line))
    const site = new URL(sequence.site).hostname.replace(/\.localhost$/, '')
    for (const { kind } of sequence.actions) {
      delivered = addTally(delivered, { [kind]: 1 })
      bySite[site] = addTally(bySite[site] ?? {}, { [kind]: 1 })
    }
  }
  return { sequences: lines.length, delivered, bySite }
}
