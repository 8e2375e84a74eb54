/**
 * Every reason for which a policy is refused, with what to do about it. The codes travel in `Problem.code`; the sentences go
 * into `docs/policy.md`, the interface has its own in `locales/`.
 */
export const PROBLEM_CODES = {
  // Shape of the value.
  unreadable: 'The value could not be read at all.',
  'too-deep': 'Objects are nested deeper than any setting is.',
  'wrong-type': 'Another type is expected: text in quotes, a number, true or false, a list, or an object.',
  missing: 'A key that is needed here is missing.',
  'unknown-key': 'There is no such key here; look for a spelling mistake. Its value is not shown.',
  'not-allowed': 'Not one of the allowed words.',
  format: 'Not written in the expected form; times are written as 08:00.',
  'too-long': 'The text is longer than allowed.',
  'too-short': 'The text is empty or shorter than allowed.',
  'too-many': 'More entries than allowed. Sites and exceptions together may be 500.',
  'too-few': 'Fewer entries than needed.',
  'out-of-range': 'The number is too small or too large.',
  duplicate: 'The same entry stands twice.',
  blank: 'The text has no visible characters.',
  // Match patterns and addresses.
  whitespace: 'Spaces, tabs and line breaks are not allowed here.',
  'invisible-character': 'Control, zero-width and direction-changing characters are not allowed: they make a text look like another one.',
  'all-urls': 'Every site at once cannot be listed. List the sites one by one.',
  scheme: 'Begin with https://, in small letters; http:// only on this machine. No other scheme, and no star in its place.',
  'http-off-loopback': 'Use https://. Unencrypted http:// is allowed on this machine only (localhost, *.localhost, 127.x.x.x, [::1]).',
  'bare-suffix': 'A whole public suffix, as com, co.uk or github.io, belongs to many owners. Name the domain in front of it.',
  'ip-address': 'Use a host name. Addresses in numbers are allowed on this machine only, as 127.0.0.1 or [::1].',
  homograph: 'Use plain letters (a to z), digits and hyphens in host names: other letters can look the same and lead elsewhere.',
  punycode: 'Host names that begin a part with xn-- stand for letters that can look like others. They are not allowed.',
  userinfo: 'User name and password do not belong in an address. The value is not shown.',
  port: 'Write the port as a number from 1 to 65535, or leave it out to mean every port.',
  'path-missing': 'Write the path as well: /* for the whole site.',
  'query-or-fragment': 'Leave out ? and #. A star in the path matches the query as well.',
  'regular-expression': 'Regular expressions are not understood. The only wildcard is the star.',
  'not-canonical':
    'Write it as the browser shows it: small letters, digits and hyphens in the host, no dot at its end, no empty or overlong part; no /../ and no ** in the path; no default port.',
  'wildcard-inside': 'A star in the host is allowed only as the first part, followed by a dot, as in *.example.com.',
  // Everything else.
  'no-credential': 'Neither `token` nor `joinSecret` is there. One of the two lets the browser in at the collector.',
  'two-credentials':
    '`token` and `joinSecret` are both there. Leave out one: each browser has a key of its own by `joinSecret`, and none by `token`.',
  route:
    'Not a path template: begin with /, then words (A-Z a-z 0-9 . _ ~ -), :name for a variable part, * at the end only, ?key&key for query keys.',
  selector: 'Not a plain CSS selector: tags, #id, .class and [attribute="value"], joined by spaces, >, + or ~.',
  'selector-too-broad':
    'The selector names only tags, so it would cover far more than one part of the page. Add an id, class or attribute.',
  'time-zone': 'Not an IANA time zone, as Europe/Berlin.',
  'empty-range': 'Begin and end are the same minute.',
  // Allowlist files, in the policy and when they are fetched.
  'file-and-list': 'An allowlist file is named, and sites, exceptions or a schedule beside it. Keep one of the two.',
  'public-key': 'Not a public key as `npm run allowlist -- sign` prints it: 43 letters, digits, hyphens and underscores.',
  'list-unreachable':
    'The server of the allowlist file could not be reached, did not answer within 20 s, or redirected to another address.',
  'list-status': 'The server of the allowlist file answered with another status than 200. Look whether the file is at that address.',
  'list-too-large': 'The allowlist file is larger than 1 MB.',
  'list-envelope': 'What the server sent is not an allowlist file as it was signed. It may be the unsigned list, or a page of the server.',
  'list-signature': 'The allowlist file was not signed with the key that the policy names, or was changed after it was signed.',
  'list-cannot-verify': 'This browser cannot verify Ed25519 signatures. Chromium can from version 137, Firefox from version 129.',
  'list-older': 'The allowlist file has a lower version than one that was in force here. Sign it again with a higher one.',
  'list-same-version': 'The allowlist file differs from the one in force and has the same version. Sign it again with a higher one.',
  'list-expired': 'The allowlist file has expired. Sign it again.',
} as const

export type ProblemCode = keyof typeof PROBLEM_CODES
