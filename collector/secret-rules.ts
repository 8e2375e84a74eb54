/**
 * What a scanner for secrets looks for beyond the detectors of the page: too costly there, or too often mistaken to mask by.
 * Two families: words that announce a secret, whatever it looks like, and values that are one, whatever stands beside them.
 * For legible text. Repetitions are bounded, so that no text takes more than linear time.
 */
type Rules = readonly (readonly [name: string, pattern: RegExp])[]

const VALUE = `["'“„«]?(?=[^ ]{0,40}\\d)[^ ]{3}`

const BY_NAME = [
  ['request-header', /\b(?:proxy-authorization|authorization|x-api-key|x-auth-token|set-cookie|cookie): ?[^ ]/i],
  ['connection-setting', /\b(?:accountkey|sharedaccesskey|accesskeyid|secretaccesskey|connectionstring|user id|uid)[ ]?[:=] ?[^ ]/i],
  [
    'stated-secret',
    new RegExp(
      `\\b(?:password|passcode|passwort|kennwort|secret|token|pin|(?:your|login|security|verification) code) (?:is|was|lautet|est|es|-) ${VALUE}`,
      'i',
    ),
  ],
  [
    'numbered-person',
    new RegExp(
      `\\b(?:(?:patient|passport)(?: (?:no|number|id))?|mrn|tax id|dob|date of birth|` +
        `(?:account|customer|employee|member|case|policy|insurance) (?:no|number|id))[ .:#-]{1,3}${VALUE}`,
      'i',
    ),
  ],
] as const satisfies Rules

const BY_VALUE = [
  ['connection-string', /\b(?:jdbc|postgres(?:ql)?|mysql|mongodb|rediss?|amqps?|ldaps?|smtps?)(?:\+\w{1,10})?:(?:\/\/|\w{1,20}:)/i],
  ['home-folder', /(?:^|[ "'(:=])\/(?:home|Users)\/\w|\b[A-Z]:[\\/](?:Users|Documents and Settings)[\\/]/],
  // United Kingdom; ids of other countries that have separators are long numbers or random tokens.
  ['national-insurance', /\b[A-CEGHJ-PR-TW-Z]{2} ?(?:\d\d ?){3}[A-D]\b/i],
  ['product-key', /\b(?=[A-Z-]{0,30}\d)(?:[A-Z\d]{4,6}-){2,7}[A-Z\d]{4,6}\b/],
  // Four decimals tell a house from the next one.
  ['coordinates', /-?\d{1,3}\.\d{4,8}°? ?[NS]?[,; ] ?-?\d{1,3}\.\d{4}/],
] as const satisfies Rules

const RULES = [...BY_NAME, ...BY_VALUE]
export type SecretRule = (typeof RULES)[number][0]

/** The first rule that finds something in a legible text, or null. */
export function secretRule(text: string): SecretRule | null {
  return RULES.find(([, pattern]) => pattern.test(text))?.[0] ?? null
}
