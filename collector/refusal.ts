/** Every refusal the collector can give, and the HTTP status a client acts on. */
const STATUS = {
  'content-digest': 400,
  'idempotency-key': 400,
  body: 400,
  gzip: 400,
  json: 400,
  token: 401,
  'join-secret': 401,
  credential: 401,
  challenge: 401,
  proof: 401,
  revoked: 403,
  path: 404,
  method: 405,
  conflict: 409,
  erased: 410,
  size: 413,
  'content-type': 415,
  'content-encoding': 415,
  schema: 422,
  masking: 422,
  order: 422,
  clock: 422,
  quota: 429,
  rate: 429,
  fault: 500,
  storage: 503,
  full: 503,
} as const

export type RefusalCode = keyof typeof STATUS

/** `id` of the batch, for an answer that a client must not take from anybody else; `retryAfter` in seconds; `challenge` to be answered. */
type More = { id?: string; retryAfter?: number; challenge?: string }

/**
 * A request that is not accepted, and why. `field` is a header name or a path in the batch. Neither it nor the message
 * ever holds anything the sender wrote: what is refused may be exactly what must not be kept, in a log least of all.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: RefusalCode
  readonly status: (typeof STATUS)[RefusalCode]
  readonly field: string | null
  readonly more: More

  constructor(code: RefusalCode, field: string | null, message: string, more: More = {}) {
    super(message)
    this.more = more
    this.code = code
    this.status = STATUS[code]
    this.field = field
  }
}
