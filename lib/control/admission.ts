/** What the worker lets into its store: what the schedule permits, and only text that the masker can have kept. */
import { detect } from '../mask/detect.ts'
import { isPermittedKey, isPermittedPath } from '../mask/route.ts'
import { unpermitted } from '../mask/recheck.ts'
import { judgeText, phraseOf, type Wording } from '../mask/text.ts'
import { matchesOrigin } from '../policy/allowlist.ts'
import { isWithin } from '../policy/schedule.ts'
import type { Admission } from '../store/append.ts'
import type { DocumentRow } from '../store/database.ts'
import type { Draft } from '../trace/action.ts'
import { LANGUAGES, type Language } from '../trace/vocabulary.ts'
import type { Context } from './context.ts'
import { isWordOf } from './lexicon.ts'

const isHarmless = (text: string) => detect(text) === null

export async function admissionOf({ resolution }: Context): Promise<Admission> {
  // Chrome hands out an empty policy for seconds after a start, while what pages left before is waiting to be stored.
  if (resolution.kind !== 'ready') return { permits: () => true, unpermitted: (action) => unpermitted(action, isHarmless) }
  const { file } = resolution.policy
  const { schedule, sites } = resolution.policy.recording
  const lexicons = new Map<Language | null, (word: string) => boolean>()
  for (const language of [...LANGUAGES, null]) lexicons.set(language, await isWordOf(language))

  const look = (action: Draft, { language }: DocumentRow): string | null => {
    const url = new URL(action.route.origin)
    const here = sites.filter(({ match }) => matchesOrigin(match, url))
    const templates = here.flatMap(({ routes }) => routes)
    if (!isPermittedPath(action.route.path, templates)) return 'route.path'
    if (!action.route.query.every((key) => isPermittedKey(key, templates))) return 'route.query'
    // Which of the site's rules the page was under its full address says, which did not come along; so the most open one counts.
    const open = here.some(({ text, unmask }) => text === 'public' || unmask.length > 0)
    const isWord = lexicons.get(language) ?? (() => false)
    const phrases = here.flatMap((site) => site.phrases.map(phraseOf))
    const wording: Wording = { rule: 'interface', isWord, phrases, isEcho: () => false }
    const permits = (text: string) =>
      open ? isHarmless(text) : judgeText({ text, userContent: false, editable: false }, wording).rule === null
    return unpermitted(action, permits)
  }
  const isListed = (origin: string) => sites.some(({ match }) => matchesOrigin(match, new URL(origin)))
  const isTime = (at: number) => (!file || at < file.expires) && (!schedule || isWithin(schedule, at))
  const permits = (at: number, origins: readonly string[]) => isTime(at) && origins.every(isListed)
  return { permits, unpermitted: look }
}
