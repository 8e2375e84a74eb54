/** What asks the collector to erase: browser and collector share the form. */
import { z } from 'zod'
import { Id } from './target.ts'

/** As many as the person may ask to erase at once; more take more requests. */
export const MAX_ERASED = 500

export const Erasure = z
  .strictObject({
    version: z.literal(1).describe('Version of this format.'),
    id: Id.describe('Names this request; the same one is carried out once and gets the same receipt.'),
    sequences: z.array(Id).min(1).max(MAX_ERASED).describe('Sequences to erase and never to store again, known to the collector or not.'),
  })
  .describe('A request to erase sequences.')

export const Receipt = z
  .strictObject({
    id: Id.describe('The request.'),
    erased: z.int().min(0).describe('Sequences that were found and erased.'),
    remembered: z.int().min(1).describe('Sequences that will not be stored again.'),
    day: z.iso.date().describe('UTC day it was done.'),
    entry: z.int().min(1).describe('Entry of the audit chain that records it.'),
    receipt: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe('Hash of that entry.'),
  })
  .describe('What the collector answers once nothing of the sequences is left on its disk.')

export type Erasure = z.infer<typeof Erasure>
export type Receipt = z.infer<typeof Receipt>
