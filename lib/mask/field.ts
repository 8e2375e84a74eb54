import { SECRET_FIELD_KINDS, type FieldKind } from '../trace/vocabulary.ts'

/** What the page says about a field. Facts about the element only, never its value. */
export type FieldFacts = {
  tag: string
  type: string
  autocomplete: string
  inputMode: string
  /** name, id, label and the like: read for their words, never kept. */
  words: string
  /** The pattern attribute, as written. */
  pattern: string
  /** Fields for one character each that stand side by side, this one included; 0 where it is none. */
  boxes: number
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

/** What code, number or word is asked for, and of what: in either order, as languages differ. Bounded, so that it reads in one pass. */
const CODE = '(?:code|kod|koden|c[óo]digo|codice|kode)'
const PROOF =
  '(?:one.?time|verif\\w{0,9}|v[ée]rif\\w{0,9}|auth(?!or)\\w{0,12}|confirm\\w{0,7}|secur\\w{0,4}|s[ée]curit\\w{0,2}|segur\\w{0,5}|sicure\\w{0,4}|sicherheits|best[äa]tigungs|einmal|zugangs|weryf\\w{0,9}|bezpiecz\\w{0,9}|jednoraz\\w{0,4}|beveilig\\w{0,5}|eenmal\\w{0,4}|s[äa]kerhets|eng[åa]ngs|monouso|unique|[úu]nico)'

/** Words of identifiers and labels that make a field secret, whatever else it says, and stems shared by many languages. */
const SECRET_WORDS: [RegExp, FieldKind][] = [
  [
    /pass(?:wor[dt]|phrase|code|wd|ord)|pwd|kennwort|contrase|senha|palavra.?passe|mot.?de.?passe|wachtwoord|has[łl][oa]\b|l[öo]senord|\bsecrets?\b|geheim|\bclave\b|\bparola\b|salasana|heslo|jelsz|[şs]ifre|парол|密码|密碼|パスワード|비밀번호/iu,
    'password',
  ],
  [new RegExp(`one.?time|\\botp\\b|totp|2fa|mfa|\\btan\\b|${PROOF}.{0,12}${CODE}|${CODE}.{0,12}${PROOF}`, 'iu'), 'one-time-code'],
  [
    /\bpin\b|pin.?(?:code|num)|\bssn\b|social.?security|sozialversicherung|steuer.?(?:id|num)|codice.?fiscale|\bcpf\b|\bdni\b|\bbsn\b|\bpesel\b|personnummer|passport|reisepass|passeport|pasaporte|passaporto|paspoort|paszport|ausweis|national.?id|tax.?(?:id|num)/iu,
    'pin',
  ],
  [
    /card.?(?:num|no|holder)|cc.?(?:num|no|csc|exp|name)|\bcredit\b|kredit|\bcr[ée]dit\b|\bcv[cv]2?\b|\biban\b|\bbic\b|swift|account.?num|karten|carte.?banc|tarjeta|cart[ãa]o|carta.?di|kaart.?num|karty|kort.?num|konto.?n|rekening.?n|routing.?n|sort.?code/iu,
    'card',
  ],
]

const WORDS: [RegExp, FieldKind][] = [
  [/e-?mail|courriel|correo|mejl|e-?post/iu, 'email'],
  [/phone|mobile|\btel\b|t[ée]l[ée]ph|telef|handy|\bm[óo]vil\b|celular|cellulare|kom[óo]rk|mobiel/iu, 'tel'],
  [/search|query|\bq\b|suche|recherch|buscar|busca\b|cerca\b|ricerca|pesquis|zoek|szukaj|s[öo]k\b/iu, 'search'],
  [/first.?name|given.?name|vorname|pr[ée]nom|nombre|\bnome\b|voornaam|imi[ęe]|f[öo]rnamn/iu, 'given-name'],
  [/last.?name|family.?name|surname|nachname|nom.?de.?famille|apellido|cognome|sobrenome|achternaam|nazwisko|efternamn/iu, 'family-name'],
  [/user.?name|login|benutzer|utilisateur|usuario|utente|usu[áa]rio|gebruiker|u[żz]ytkownik|anv[äa]ndar/iu, 'username'],
  [/company|organi[sz]ation|firma|entreprise|soci[ée]t[ée]|empresa|azienda|bedrijf|f[öo]retag/iu, 'organization'],
  [/job.?title|position|beruf|fonction|puesto|cargo|qualifica|functie|stanowisko|befattning/iu, 'job-title'],
  [/zip|postal|plz|postleit|postcode|c[óo]digo.?postal|\bcap\b|\bcep\b|kod.?poczt|postnummer/iu, 'postal-code'],
  [/city|town|\bort\b|stadt|ville|ciudad|citt[àa]|cidade|\bstad\b|miasto/iu, 'city'],
  [/country|\bland\b|pays|pa[íi]s|paese|kraj/iu, 'country'],
  [/street|address|stra(?:ss|ß)e|adress|adresse|direcci[óo]n|indirizzo|endere[çc]o|adres|ulica|\brue\b|calle/iu, 'address'],
  [/full.?name|your.?name|\bname\b/iu, 'name'],
]

/** Three to eight digits and nothing else: a code, where nothing says that it is something harmless. */
const DIGITS_ONLY = /^\^?(?:\\d|\[0-9\])\{[3-8](?:,[3-8])?\}\$?$/
/** Boxes for one character each that make a code; two or three are initials or parts of a date. */
const MIN_BOXES = 4

/**
 * The words as written, and once more with each on its own: `user_pin`, `userPin` and `pin1` say `pin` as clearly as `pin`
 * does, and a boundary in a pattern would not see it.
 */
function apart(words: string): string {
  const each = words.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/([A-Za-z])(\d)/g, '$1 $2')
  return `${words} ${each.replaceAll('_', ' ')}`
}

const find = (table: [RegExp, FieldKind][], words: string) => table.find(([pattern]) => pattern.test(words))?.[1]

/** Characters of identifiers and label that are read. */
const MAX_WORDS_LENGTH = 1000

/** Kind of a field. A secret hint anywhere wins over every other; what is not recognised is `unknown` or plain text. */
export function fieldKind(facts: FieldFacts): FieldKind {
  const tokens = facts.autocomplete.toLowerCase().split(/\s+/)
  if (facts.onceSecret || facts.type === 'password') return 'password'
  if (tokens.some((token) => token.startsWith('cc-'))) return 'card'
  const kinds = tokens.map((token) => AUTOCOMPLETE.get(token)).filter((kind) => kind !== undefined)
  const announced = kinds.find(isSecret) ?? kinds[0]
  if (announced && isSecret(announced)) return announced
  // A label may be a whole page of text; what a field is for is said in the beginning.
  const words = apart(facts.words.slice(0, MAX_WORDS_LENGTH))
  const secret = find(SECRET_WORDS, words)
  if (secret) return secret
  if (facts.boxes >= MIN_BOXES) return 'one-time-code'
  if (announced) return announced
  if (facts.richText) return 'rich-text'
  if (facts.tag === 'textarea') return 'multiline'
  const kind = TYPES.get(facts.type) ?? (facts.inputMode === 'search' ? 'search' : find(WORDS, words))
  return kind ?? (DIGITS_ONLY.test(facts.pattern) ? 'one-time-code' : 'text')
}

export function isSecret(kind: FieldKind): boolean {
  return SECRET_FIELD_KINDS.some((secret) => secret === kind)
}

const PLAIN: ReadonlySet<FieldKind> = new Set<FieldKind>(['text', 'search', 'number', 'unknown'])

/** May the labels of a list of this kind be looked at? Lists of persons, places or secrets say by a choice what only the person should. */
export function isPlain(kind: FieldKind): boolean {
  return PLAIN.has(kind)
}
