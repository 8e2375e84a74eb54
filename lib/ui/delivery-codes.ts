/** Which codes of delivery trouble have words. Pure. */
export const DELIVERY_CODES = [
  'unreachable',
  'timeout',
  'not-a-collector',
  'unauthorized',
  'join-secret',
  'wrong-address',
  'busy',
  'status',
  'clock',
  'refused',
  'revoked',
  'erased',
] as const
type DeliveryCode = (typeof DELIVERY_CODES)[number]

/** `status-502` and its like share one sentence; null for a code without words, from a newer worker. */
export function knownDelivery(code: string): DeliveryCode | null {
  const stem = code.replace(/-\d+$/, '')
  return DELIVERY_CODES.find((name) => name === stem) ?? null
}
