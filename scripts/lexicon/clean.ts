/** Markup, entities, placeholders of the usual libraries, addresses: what is filled in or hidden is not wording. */
const FILLED_IN =
  /\\[nrt]|<[^<>]{0,300}>|&#?\w{1,10};|\$t\([^)]{0,80}\)|\$\{[^{}]{0,200}\}|\{\{[^{}]{0,200}\}\}|[%@]?\{[^{}]{0,200}\}|%(?:\d\$)?[-+ 0]?\d*(?:\.\d+)?[sdifu@]|__\w+__|\[\[[^\]]{0,80}\]\]|\S{1,80}:\/\/\S{0,200}|[\w.+-]{1,64}@[\w.-]{1,64}/g

/** Identifiers: camelCase, snake_case, dotted or slashed names, names with digits, options. They are code, or product names. */
const IDENTIFIER =
  /(?:\p{L}|\d|[_$@#])*(?:\p{Ll}\p{Lu}|\p{L}\d|\d\p{L}|[_$@#]\p{L}|\p{L}[_./:\\]\p{L}|\p{L}=[\p{L}\d])[\p{L}\d_./:\\=@#$-]*/gu

/** The wording of a translation: without what a program fills in. A message that nests placeholders loses them from the inside out. */
export function wordingOf(text: string): string {
  let plain = text
  // Plural messages nest two or three deep: {n, plural, one {# file} other {# files}}.
  for (let depth = 0; depth < 3; depth += 1) plain = plain.replaceAll(FILLED_IN, ' ')
  return plain.replaceAll(IDENTIFIER, ' ')
}
