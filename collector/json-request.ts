import type { z } from 'zod'
import { readBody } from './body.ts'
import { requireDigest, requireSame } from './headers.ts'
import { parseJson } from './json.ts'
import { Refusal } from './refusal.ts'
import { schemaProblem } from './schema-problem.ts'

const SENTENCES = {
  erasure: 'A request to erase',
  note: 'A note of numbers that were given up',
  check: 'A question whether a delivery would be taken',
  enrolment: 'An enrolment',
  'token-request': 'A request for a token',
}

/**
 * A small request of a browser beside its batches: plain JSON of a closed form. One that announces a digest is held to it.
 * @param name what it is called in a refusal
 * @throws {Refusal} naming the header or the field
 */
export async function readJsonRequest<T>(request: Request, form: z.ZodType<T>, name: keyof typeof SENTENCES): Promise<T> {
  const { headers } = request
  const type = (headers.get('content-type') ?? '').toLowerCase().split(';')[0]?.trim()
  if (type !== 'application/json') throw new Refusal('content-type', 'Content-Type', `${SENTENCES[name]} is application/json.`)
  if ((headers.get('content-encoding') ?? 'identity') !== 'identity')
    throw new Refusal('content-encoding', 'Content-Encoding', `${SENTENCES[name]} is not compressed.`)
  const body = await readBody(request)
  if (headers.has('content-digest')) requireSame(body, Buffer.from(requireDigest(headers), 'base64'))
  const { data, error } = form.safeParse(parseJson(body).value)
  if (error) throw schemaProblem(error, name)
  return data
}
