/** Secrets that can be told by their form. Repetitions are bounded, so that no text takes more than linear time. */

/** PEM, PuTTY and the public half of an ssh key, which names its owner behind it. */
const KEY_FILE = /-----BEGIN|KEY-----|PuTTY-User-Key|ssh-(?:rsa|ed25519|dss) AAAA/

export const hasKeyFile = (text: string): boolean => KEY_FILE.test(text)

/** Base64 of `{"`, with which the header of every JWT begins. */
export const hasJwt = (text: string): boolean => /eyJ[\w-]{10}/.test(text)

/** How services begin their keys, and as much of what follows as no word would have. */
const SERVICE_KEY = new RegExp(
  `(?<![A-Za-z0-9])(?:${[
    'A(?:KIA|SIA|BIA|CCA)[A-Z0-9]{12}',
    'AIza[\\w-]{16}',
    'ya29\\.[\\w-]{8}',
    'GOCSPX-[\\w-]{8}',
    'gh[oprsu]_\\w{12}',
    'github_pat_\\w{8}',
    'gl(?:pat|dt|rt|ptt|cbt|soat)-[\\w-]{8}',
    'xox[abeoprs]-[\\w-]{8}',
    'xapp-\\d-\\w{6}',
    '[rsp]k_(?:live|test)_\\w{8}',
    'whsec_\\w{8}',
    // Also how words may begin, such as "sk-learn-"; a key has a digit soon.
    'sk-(?=[\\w-]{0,40}\\d)[\\w-]{16}',
    '(?:npm|hf|ntn|figd|glsa|lin_api|rubygems|dckr_pat)[_-][\\w-]{16}',
    'pypi-[\\w-]{16}',
    'SG\\.[\\w-]{10}',
    'shp(?:at|ca|pa|ss)_\\w{8}',
    'sq0[a-z]{3}-[\\w-]{8}',
    'do[opr]_v1_\\w{8}',
    'hv[bs]\\.[\\w-]{8}',
    '(?:PMAK|NRAK)-\\w{8}',
    'ATATT3\\w{6}',
    'AGE-SECRET-KEY-1',
    'EAA[A-Za-z0-9]{16}',
  ].join('|')})|hooks\\.\\w{1,20}\\.com/|/api/webhooks/|webhook\\.office`,
)

export const hasServiceKey = (text: string): boolean => SERVICE_KEY.test(text)

/** Something like a token must follow: a bearer also carries rings and bonds. */
const AUTHORIZATION = /\bbearer:? (?:[\w.~+/-]{0,40}\d|[\w.~+/-]{20})|\bbasic [\w+/]{8,}=/i

export const hasAuthorization = (text: string): boolean => AUTHORIZATION.test(text)

/** In the letters that are left after normalising. Short words must begin where a word begins: "spin", "hotpot". */
const NAME =
  'passw(?:or[dt]|d)|passphrase|passcode|kennwort|contrasena|senha|wachtwoord|mot de passe|пароль|密[码碼]|ハスワ-ト|secret|token|credentials?|' +
  '(?:api|access|auth|private|secret|session|signing|encryption|recovery|backup)[ _-]?(?:key|id|code|phrase)s?|(?<![a-z])(?:pwd|pin|otp|cv[cv]2?|ssn|psk|sig)'
/** `name: value` and `name=value`; and a number straight behind a word for one. */
const CREDENTIAL = new RegExp(
  `(?:${NAME})["'’]? ?[:=]{1,2} ?["'’]?[^ "'’:=]|(?<![a-z])(?:pin|otp|cv[cv]2?|passcode|(?:recovery|backup|security|access) (?:code|key))[^a-z\\d]{1,3}\\d{3}`,
  'i',
)

export const hasCredential = (text: string): boolean => CREDENTIAL.test(text)
