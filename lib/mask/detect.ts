/**
 * Detectors: the second line behind the rules that say what may be kept. They find what has a form, such as numbers, keys
 * and addresses; names and diagnoses have none. Pure and linear in the length of the text; loaded into pages.
 */
import { hasEmail, hasNetworkAddress, hasUrlData } from './detectors/addresses.ts'
import { hasIban } from './detectors/iban.ts'
import { legible } from './legible.ts'
import { hasCard, hasDigitRun, hasLongNumber } from './detectors/numbers.ts'
import { hasAuthorization, hasCredential, hasJwt, hasKeyFile, hasServiceKey } from './detectors/secrets.ts'
import { hasHex, hasRandomToken } from './detectors/tokens.ts'

/** In the order in which they are asked: the one that says most comes first. */
// prettier-ignore
export const DETECTORS = [
  'key-file', 'jwt', 'service-key', 'authorization', 'credential', 'url-data', 'email', 'iban', 'hex', 'card', 'network-address',
  'random-token', 'long-number', 'digit-run',
] as const
export type Detector = (typeof DETECTORS)[number]

const FIRES: Record<Detector, (text: string) => boolean> = {
  'key-file': hasKeyFile,
  jwt: hasJwt,
  'service-key': hasServiceKey,
  authorization: hasAuthorization,
  credential: hasCredential,
  'url-data': hasUrlData,
  email: hasEmail,
  iban: hasIban,
  hex: hasHex,
  card: hasCard,
  'network-address': hasNetworkAddress,
  'random-token': hasRandomToken,
  'long-number': hasLongNumber,
  'digit-run': hasDigitRun,
}

/** The first detector that finds something anywhere inside the text, or null. */
export function detect(text: string): Detector | null {
  const read = legible(text)
  return DETECTORS.find((name) => FIRES[name](read)) ?? null
}
