/** Length of an IBAN by country, as registered under ISO 13616. */
const LENGTHS =
  'AD24AE23AL28AT20AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24DE22DJ27DK18DO28EE20EG29ES24FI18FK18FO18FR27GB22GE22GI23GL18GR27' +
  'GT28HN28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32LI21LT20LU20LV21LY25MC27MD24ME22MK19MN20MR27MT31MU30NI28NL18NO15OM23PK24' +
  'PL28PS29PT25QA29RO24RS22RU33SA24SC31SD18SE24SI19SK24SM27SO23ST25SV28TL23TN24TR26UA29VA22VG24XK20YE30'
/** As many separators in a row as a person may put between two groups. */
const MAX_GAP = 3
const BEGINNING = /([A-Z])[ .-]{0,3}([A-Z])[ .-]{0,3}\d[ .-]{0,3}\d/g

/** So many letters and digits from a place on, without the separators between; fewer where the text has no more. */
function collect(text: string, start: number, length: number): string {
  let found = ''
  let gap = 0
  for (let at = start; at < text.length && found.length < length && gap <= MAX_GAP; at += 1) {
    const char = text.charAt(at)
    if (/[A-Z0-9]/.test(char)) {
      found += char
      gap = 0
    } else if (/[ .-]/.test(char)) gap += 1
    else break
  }
  return found
}

/** ISO 7064 MOD 97-10: the first four characters to the end, letters as 10 to 35, remainder 1. */
function isValid(iban: string): boolean {
  let rest = 0
  for (const char of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(char, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1
}

export function hasIban(text: string): boolean {
  const upper = text.toUpperCase()
  for (const { 1: first = '', 2: second = '', index } of upper.matchAll(BEGINNING)) {
    // Digits part the countries of the table, so two letters are found at the beginning of an entry or not at all.
    const entry = LENGTHS.indexOf(first + second)
    const length = Number(LENGTHS.slice(entry + 2, entry + 4))
    const iban = entry < 0 ? '' : collect(upper, index, length)
    if (iban.length === length && isValid(iban)) return true
  }
  return false
}
