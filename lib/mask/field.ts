import { SECRET_FIELD_KINDS, type FieldKind } from '../trace/vocabulary.ts'

/** What the page says about a field. Facts about the element only, never its value. */
export type FieldFacts = {
  tag: string
  type: string
  autocomplete: string
  inputMode: string
  /** name, id and the like: read for their words, never kept. */
  words: string
  richText: boolean
  /** It was a password field at some time in its life. */
  onceSecret: boolean
}

/** Autofill detail tokens of the HTML standard (§4.10.18.7), by the kind of field they announce. */
const AUTOCOMPLETE = new Map<string, FieldKind>(
  Object.entries({
    name: 'name',
    'given-name': 'given-name',
    'additional-name': 'given-name',
    nickname: 'given-name',
    'family-name': 'family-name',
    username: 'username',
    'current-password': 'password',
    'new-password': 'password',
    'one-time-code': 'one-time-code',
    organization: 'organization',
    'organization-title': 'job-title',
    'street-address': 'address',
    'address-line1': 'address',
    'address-line2': 'address',
    'address-line3': 'address',
    'address-level1': 'address',
    'address-level2': 'city',
    'postal-code': 'postal-code',
    country: 'country',
    'country-name': 'country',
    email: 'email',
    tel: 'tel',
    'tel-national': 'tel',
    url: 'url',
    bday: 'date',
  }),
)

const TYPES = new Map<string, FieldKind>(
  Object.entries({
    password: 'password',
    search: 'search',
    email: 'email',
    tel: 'tel',
    url: 'url',
    number: 'number',
    date: 'date',
    month: 'date',
    week: 'date',
    time: 'date',
    'datetime-local': 'date',
  }),
)

/** Words of identifiers that make a field secret, whatever else it says: English, and stems shared by many languages. */
const SECRET_WORDS: [RegExp, FieldKind][] = [
  [/pass(?:wor[dt]|phrase|code|wd)|pwd|kennwort|contrase|senha|mot.?de.?passe|secret|passwort/i, 'password'],
  [/one.?time|\botp\b|totp|2fa|mfa|tan\b|verification.?code|security.?code|auth.?code/i, 'one-time-code'],
  [/\bpin\b|pin.?code|\bssn\b|social.?security/i, 'pin'],
  [/card.?(?:num|no)|cc.?(?:num|no|csc|exp)|credit|\bcv[cv]2?\b|\biban\b|account.?num/i, 'card'],
]

const WORDS: [RegExp, FieldKind][] = [
  [/e-?mail/i, 'email'],
  [/phone|mobile|\btel\b/i, 'tel'],
  [/search|query|\bq\b/i, 'search'],
  [/first.?name|given.?name|vorname/i, 'given-name'],
  [/last.?name|family.?name|surname|nachname/i, 'family-name'],
  [/user.?name|login/i, 'username'],
  [/company|organi[sz]ation|firma/i, 'organization'],
  [/zip|postal|plz/i, 'postal-code'],
  [/city|town|\bort\b/i, 'city'],
  [/country|land\b/i, 'country'],
  [/street|address|stra(?:ss|ß)e/i, 'address'],
]

/**
 * The words as written, and once more with each on its own: `user_pin`, `userPin` and `pin1` say `pin` as clearly as `pin`
 * does, and a boundary in a pattern would not see it.
 */
function apart(words: string): string {
  const each = words.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/([A-Za-z])(\d)/g, '$1 $2')
  return `${words} ${each.replaceAll('_', ' ')}`
}

const find = (table: [RegExp, FieldKind][], words: string) => table.find(([pattern]) => pattern.test(words))?.[1]

/** Kind of a field. A secret hint anywhere wins over every other; what is not recognised is `unknown` or plain text. */
export function fieldKind(facts: FieldFacts): FieldKind {
  const tokens = facts.autocomplete.toLowerCase().split(/\s+/)
  if (facts.onceSecret || facts.type === 'password') return 'password'
  if (tokens.some((token) => token.startsWith('cc-'))) return 'card'
  const kinds = tokens.map((token) => AUTOCOMPLETE.get(token)).filter((kind) => kind !== undefined)
  const announced = kinds.find(isSecret) ?? kinds[0]
  if (announced && isSecret(announced)) return announced
  const words = apart(facts.words)
  const secret = find(SECRET_WORDS, words)
  if (secret) return secret
  if (announced) return announced
  if (facts.richText) return 'rich-text'
  if (facts.tag === 'textarea') return 'multiline'
  return TYPES.get(facts.type) ?? (facts.inputMode === 'search' ? 'search' : (find(WORDS, words) ?? 'text'))
}

export function isSecret(kind: FieldKind): boolean {
  return SECRET_FIELD_KINDS.some((secret) => secret === kind)
}
