import { Erasure } from '../lib/trace/erasure.ts'
import { readBody } from './body.ts'
import { parseJson } from './json.ts'
import { Refusal } from './refusal.ts'
import { schemaProblem } from './schema-problem.ts'

/**
 * Who knows a sequence's random id made it or has a copy of it, so the request needs no right to read.
 * @throws {Refusal} naming the header or the field
 */
export async function readErasure(request: Request): Promise<Erasure> {
  const type = (request.headers.get('content-type') ?? '').toLowerCase().split(';')[0]?.trim()
  if (type !== 'application/json') throw new Refusal('content-type', 'Content-Type', 'A request to erase is application/json.')
  if ((request.headers.get('content-encoding') ?? 'identity') !== 'identity')
    throw new Refusal('content-encoding', 'Content-Encoding', 'A request to erase is not compressed.')
  const { data, error } = Erasure.safeParse(parseJson(await readBody(request)).value)
  if (error) throw schemaProblem(error, 'erasure')
  return data
}
