import { LANGUAGES, type Language } from './languages.ts'
import { CONTENT_KINDS, type Leak, type Leaks } from './leaks.ts'
import { BARS } from './names.ts'
import type { Recall } from './recall.ts'

/** What is known of one lexicon. */
export type Facts = {
  words: number
  bytes: number
  /** Makers whose translations fed it. */
  makers: number
  /** The fewest makers any of its words has. */
  threshold: number
  recall: Recall
}

const NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'German',
  fr: 'French',
  es: 'Spanish',
  it: 'Italian',
  pt: 'Portuguese',
  nl: 'Dutch',
  pl: 'Polish',
  sv: 'Swedish',
}

/** The page about the lexicon. The same text for the same facts. */
export function lexiconPage(facts: Readonly<Record<Language, Facts>>, leaks: Leaks, packages: number): string {
  return `# The interface lexicon

<!-- Written by \`npm run lexicon\`. Do not edit. -->

A label of a control is kept only if every word of it is in the lexicon of the page's language. Names, places, diagnoses and products are
not in it, so they are masked; so is every word that interfaces seldom use. The lists are \`public/lexicon/*.txt\`.

## How it is made

\`npm run lexicon\` reads the interface translations of ${packages} packages on npm, pinned by version and digest in
\`scripts/lexicon/sources.ts\`, and counts for each word how many makers use it. Packages of one maker count once. The words that most makers
use are taken, as many as fit into 12 KiB after gzip -9: what a page can afford to load.

- **Words** are what \`lib/mask/words.ts\` finds, here and in the page. Placeholders, markup and identifiers (camelCase) are cut out first.
- **A word of one maker only** counts if the maker has it in two strings and once in lower case.
- **Names are subtracted**: given names, family names, cities, companies, countries, nationalities, languages. Many are ordinary words
  too (mark, page, price). A given name stays if ${BARS.given.lowerCase} makers write it in lower case, which nobody does to a name, or if ${BARS.given.makers} use it
  and one of them in lower case, or if ${BARS.given.makersAlone} use it at all (Yes has no other form on a button). For family names, places and
  companies the numbers are ${BARS.others.lowerCase}, ${BARS.others.makers} and ${BARS.others.makersAlone}. In German, where nouns are capitals, the second rule does not ask for lower case.
  A country, nationality or language of one word stays only if ${BARS.peoples.lowerCase} makers write it in lower case. Months and weekdays stay: every date
  picker has April.
- **Sensitive words are subtracted** whatever the evidence: health, religion, sexual life, origin, politics, crime, and the names of
  well-known products (\`scripts/lexicon/sensitive.ts\`).

## What it covers

Measured on whole interfaces that did not feed it: every third application, in alphabetical order, chosen before anything was measured.
A label is at most 40 characters and 6 words, without digits and placeholders. Each interface counts the same. The bars for names above
were then set with these numbers and those below in sight.

${table(
  [
    'language',
    'words',
    'gzip bytes',
    'makers',
    'fewest makers of a word',
    'interfaces judged',
    'labels',
    'labels covered',
    'words covered',
  ],
  LANGUAGES.map((language) => {
    const { words, bytes, makers, threshold, recall } = facts[language]
    const shares = [percent(recall.labelShare), percent(recall.wordShare)]
    return [NAMES[language], ...[words, bytes, makers, threshold, recall.interfaces, recall.labels].map(String), ...shares]
  }),
)}

## What gets through

Texts that are content, and how many of them consist of lexicon words only and are short enough to be kept. None of these
texts fed the lexicon or was subtracted from it (though there are only so many cities). Full names are every given name with every family name of
the language. Products are makes and models of cars; medical terms are the words of a medical dictionary, of which those that pass are
ordinary ones (block, cell); file names are those of a wiki's articles. The last column asks all nine lexicons at once. The lexicon is
only one of the conditions that a text must meet.

${table(
  ['content', ...LANGUAGES, 'all'],
  CONTENT_KINDS.map((kind) => [kind, ...[...LANGUAGES, 'all' as const].map((column) => leakCell(leaks[kind][column]))]),
)}

## Limits

- A name made of interface words passes: Mark Price, the town of Reading, the song "Hold On". No list of words can tell.
- A title or sentence of common words passes, if it is short. These are the largest numbers above, and why the lexicon
  alone must not decide where a page shows content: grid cells, list items, feeds.
- German, Dutch and Swedish write compounds as one word, and Polish has many endings; the same 12 KiB cover less there.
- The interfaces judged are developers' tools, shops and content systems: a hospital's or a bank's own words are rarer in the
  sources, and a site's own words (tiddler, sprite) are in none. An administrator can allow phrases for a site.
- Translations are written by people and machines of mixed skill; slips that two makers share are in the lists.
`
}

function leakCell(leak: Leak | undefined): string {
  if (leak === undefined) return '-'
  // Three digits after the point: full names pass by the hundred-thousandth.
  return `${leak.passed} of ${leak.of} (${((100 * leak.passed) / leak.of).toFixed(3)} %)`
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
