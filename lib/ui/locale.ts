/** Which way of writing dates and numbers goes with the sentences of a page. */

/**
 * The browser's own, where it is of the language of the sentences, as `de-AT` with German ones; else that of the sentences: a page in two
 * languages is read badly, and read aloud worse.
 */
export function localeFor(own: string, sentences: string): string {
  return own.startsWith(`${sentences}-`) ? own : sentences
}

/** As `mount` has set it; undefined outside of a page, where the machine's own is as good as any. */
export function pageLocale(): string | undefined {
  return typeof document === 'undefined' || document.documentElement.lang === '' ? undefined : document.documentElement.lang
}
