/** What the page answers, checked where it arrives. */
import { z } from 'zod'
import { COMPETITORS, OUTCOMES } from './messages.ts'

export const Names = z.array(z.string())
const competitor = z.enum(COMPETITORS)
const outcomes = z.array(z.enum(OUTCOMES))
const records = z.record(competitor, z.array(z.unknown()))
const places = z.array(z.number())

export const Recorded = z.object({
  chosen: z.object({ places, inData: z.array(z.boolean()), labels: Names, furniture: Names }),
  records,
})
export const Found = z.object({
  places,
  facts: z.array(
    z.object({
      tag: z.string(),
      type: z.string(),
      id: z.string(),
      name: z.string(),
      href: z.string(),
      label: z.string(),
      text: z.string(),
    }),
  ),
})
const Miss = z.object({
  competitor,
  index: z.number(),
  target: z.string(),
  found: z.string().nullable(),
  twin: z.boolean(),
  why: z.string(),
})
export const Results = z.looseObject({ misses: z.array(Miss) }).transform(({ misses, ...rest }) => ({
  outcomes: z.record(competitor, outcomes).parse(rest),
  misses,
}))
export const Costs = z.record(z.string(), z.array(z.number()))

export type Recorded = z.infer<typeof Recorded>
export type Results = z.infer<typeof Results>
