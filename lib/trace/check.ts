/** What a collector answers to the question whether a browser could deliver: browser and collector share the form. */
import { z } from 'zod'

export const Check = z
  .strictObject({ version: z.literal(1).describe('Version of this format.') })
  .describe('Asks whether a delivery would be taken.')
export type Check = z.infer<typeof Check>

export const CheckAnswer = z
  .strictObject({
    status: z.literal('ok').describe('The token is taken.'),
    revoked: z.boolean().describe('This browser is known and may not deliver: all it sends is refused.'),
    now: z.int().min(0).describe('Clock of the collector, ms since 1970.'),
    version: z.int().min(1).describe('Version of the trace format that it takes.'),
  })
  .describe('What a collector says when it is asked whether it would take a delivery. Nothing is stored of the question.')
export type CheckAnswer = z.infer<typeof CheckAnswer>
