import type { z } from 'zod'
import { readBody } from './body.ts'
import { parseJson } from './json.ts'
import { Refusal } from './refusal.ts'
import { schemaProblem } from './schema-problem.ts'

/**
 * A small request of a browser beside its batches: plain JSON of a closed form.
 * @param name what it is called in a refusal
 * @throws {Refusal} naming the header or the field
 */
export async function readJsonRequest<T>(request: Request, form: z.ZodType<T>, name: 'erasure' | 'note'): Promise<T> {
  const type = (request.headers.get('content-type') ?? '').toLowerCase().split(';')[0]?.trim()
  const sentence = name === 'erasure' ? 'A request to erase' : 'A note of numbers that were given up'
  if (type !== 'application/json') throw new Refusal('content-type', 'Content-Type', `${sentence} is application/json.`)
  if ((request.headers.get('content-encoding') ?? 'identity') !== 'identity')
    throw new Refusal('content-encoding', 'Content-Encoding', `${sentence} is not compressed.`)
  const { data, error } = form.safeParse(parseJson(await readBody(request)).value)
  if (error) throw schemaProblem(error, name)
  return data
}
