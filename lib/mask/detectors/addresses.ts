/** Addresses of persons and of machines. Repetitions are bounded, so that no text takes more than linear time. */

/** `x@y` is enough: a host in a company's network has no dot. %40 is how addresses of pages write the sign. */
const EMAIL = /[\p{L}\p{N}._%+"'-](?:@|%40)["[]?[\p{L}\p{N}]/u
const EMAIL_SPACED = /[\p{L}\p{N}] ?@ ?[\p{L}\p{N}-]{1,63}\.\p{L}{2}/u
/** jane (at) example.com, jane[at]example[dot]com */
const EMAIL_BRACKETED = /[\p{L}\p{N}] ?[([{<] ?(?:at|@) ?[)\]}>] ?[\p{L}\p{N}-]{1,63}(?:\.| ?[([{<] ?(?:dot|\.) ?[)\]}>] ?| dot )\p{L}{2}/iu
/** jane at example dot com; a last label of at most three letters, because "at" and "dot" are words of sentences too. */
const EMAIL_SPELLED = /[\p{L}\p{N}] at [\p{L}\p{N}-]{1,63} dot \p{L}{2,3}(?!\p{L})/iu

export const hasEmail = (text: string): boolean =>
  EMAIL.test(text) || EMAIL_SPACED.test(text) || EMAIL_BRACKETED.test(text) || EMAIL_SPELLED.test(text)

/** Userinfo before the host, or anything behind a question mark; a key with its value also where the rest was cut off. */
const URL = /:\/\/(?:[^ /?#@]{0,200}@|[^ ?]{0,300}\?[^ ])|[?&][\w.%[\]~-]{1,40}=/

export const hasUrlData = (text: string): boolean => URL.test(text)

/** Four parts; five are a section, or a phone number that the rules for numbers find. */
const IPV4 = /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?!\.?\d)/
const IPV6 =
  /(?<![\w:])(?:(?:[\da-f]{1,4}:){7}[\da-f]{1,4}|(?:[\da-f]{1,4}:){1,6}(?::[\da-f]{1,4}){1,6}|(?:[\da-f]{1,4}:){2,7}:|::[\da-f]{1,4}(?::[\da-f]{1,4}){0,6})(?!\w)/i
const MAC = /(?<![\da-z])(?:(?:[\da-f]{2}[:-]){5}[\da-f]{2}|(?:[\da-f]{4}\.){2}[\da-f]{4})(?![\da-z])/i

export const hasNetworkAddress = (text: string): boolean => IPV4.test(text) || IPV6.test(text) || MAC.test(text)
