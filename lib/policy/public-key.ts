/** 32 bytes as base64url without padding: the last letter has four bits of key, and two that must be nothing. */
const PUBLIC_KEY = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/

/** Is it an Ed25519 public key (RFC 8032), written as in `x` of a JSON Web Key (RFC 8037)? */
export function isPublicKey(text: string): boolean {
  return PUBLIC_KEY.test(text)
}
