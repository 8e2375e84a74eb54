import { unpermitted } from '../lib/mask/recheck.ts'
import { Batch } from '../lib/trace/schema.ts'
import { requireRecent } from './clock.ts'
import { gunzip } from './gunzip.ts'
import { parseJson, requireCanonical } from './json.ts'
import { misordered } from './order.ts'
import { Refusal } from './refusal.ts'
import { schemaProblem } from './schema-problem.ts'

/**
 * Bytes as sent → the batch they hold, or a refusal. Trusts nothing, touches nothing: what is refused here was never written.
 * @param id id the headers announced
 * @param now ms since 1970
 * @throws {Refusal}
 */
export function readBatch(bytes: Buffer, id: string, now: number): Batch {
  requireRecent(id, now)
  const json = parseJson(gunzip(bytes))
  const { data: batch, error } = Batch.safeParse(json.value)
  if (error) throw schemaProblem(error)
  requireCanonical(json)
  if (batch.id !== id) throw new Refusal('idempotency-key', 'Idempotency-Key', 'The header names another batch than the body.')
  requireMasked(batch)
  const contradiction = misordered(batch)
  if (contradiction) throw new Refusal('order', contradiction.field, contradiction.message)
  return batch
}

function requireMasked(batch: Batch): void {
  for (const [place, sequence] of batch.sequences.entries())
    for (const [index, action] of sequence.actions.entries()) {
      // Wording is judged by the second pass, which costs a sequence and not the batch.
      const path = unpermitted(action, () => true)
      if (path) throw new Refusal('masking', `sequences.${place}.actions.${index}.${path}`, 'The masker cannot have written this.')
    }
}
