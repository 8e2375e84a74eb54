/**
 * 53-bit digest of a JSON value (two multiply-rotate lanes over UTF-16 units), as hexadecimal. Tells one policy from the
 * next without awaiting WebCrypto; not meant to resist anyone.
 */
export function fingerprint(value: unknown): string {
  const text = JSON.stringify(value)
  // Odd constants with well-mixed bits: the 32-bit golden ratio and a prime of the xxHash family.
  let low = 0x9e3779b1
  let high = 0x85ebca77
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    low = Math.imul(low ^ unit, 0x9e3779b1)
    low = (low << 13) | (low >>> 19)
    high = Math.imul(high ^ unit, 0xc2b2ae3d)
    high = (high << 17) | (high >>> 15)
  }
  low = Math.imul(low ^ (high >>> 15), 0x85ebca77)
  high = Math.imul(high ^ (low >>> 13), 0xc2b2ae3d)
  return ((high >>> 11) * 2 ** 32 + (low >>> 0)).toString(16).padStart(14, '0')
}
