import { parseTemplate } from '../mask/route.ts'
import { addressProblem } from './address.ts'
import { labelProblem } from './characters.ts'
import { parsePattern, type IsPublicSuffix } from './pattern.ts'
import { pathTo, type Problems } from './problems.ts'
import { MAX_ENTRIES } from './schema.ts'
import { selectorProblem } from './selector.ts'

/**
 * Judges what types cannot say: patterns, addresses, templates, times. Works on a plain copy whose shape may still be
 * wrong and looks at whatever text it finds in place, so that an administrator sees all faults in one go.
 */
export function judgeContent(policy: unknown, isPublicSuffix: IsPublicSuffix, problems: Problems): void {
  const recording = at(policy, 'recording')
  judgeRecording(recording, isPublicSuffix, problems)
  judgeSchedule(at(recording, 'schedule'), problems)

  judgeCredential(at(policy, 'collector'), problems)
  const collector = at(at(policy, 'collector'), 'url')
  if (typeof collector === 'string') {
    const code = addressProblem(collector, { loopbackHttp: true, query: false })
    // A password or token may have been put into the address.
    if (code) problems.add(code, 'collector.url', /[@?#]/.test(collector) ? undefined : collector)
  }
  const notice = at(policy, 'notice')
  const page = at(notice, 'url')
  if (typeof page === 'string') {
    const code = addressProblem(page, { loopbackHttp: false, query: true })
    if (code) problems.add(code, 'notice.url', page.includes('@') ? undefined : page)
  }
  for (const key of ['company', 'contact']) {
    const label = at(notice, key)
    const code = typeof label === 'string' ? labelProblem(label) : null
    if (code) problems.add(code, pathTo('notice', key), label)
  }
}

function judgeRecording(recording: unknown, isPublicSuffix: IsPublicSuffix, problems: Problems): void {
  const sites = listAt(recording, 'sites')
  const except = listAt(recording, 'except')
  if (sites.length + except.length > MAX_ENTRIES) problems.add('too-many', 'recording', sites.length + except.length)

  const judgePattern = (value: unknown, path: string) => {
    if (typeof value !== 'string') return
    const read = parsePattern(value, isPublicSuffix)
    if ('problem' in read) problems.add(read.problem, path, value.includes('@') ? undefined : value)
  }
  const seen = new Set<unknown>()
  sites.forEach((site, i) => {
    const path = pathTo('recording.sites', i)
    const match = at(site, 'match')
    judgePattern(match, `${path}.match`)
    if (match !== undefined && seen.has(match)) problems.add('duplicate', `${path}.match`, match)
    seen.add(match)
    listAt(site, 'unmask').forEach((selector, j) => {
      const code = typeof selector === 'string' ? selectorProblem(selector) : null
      if (code) problems.add(code, pathTo(`${path}.unmask`, j), selector)
    })
    listAt(site, 'routes').forEach((template, j) => {
      if (typeof template === 'string' && !parseTemplate(template)) problems.add('route', pathTo(`${path}.routes`, j), template)
    })
  })
  except.forEach((value, i) => judgePattern(value, pathTo('recording.except', i)))
}

/** What lets this browser in at the collector: with both, nobody could say which of them it came in by. */
function judgeCredential(collector: unknown, problems: Problems): void {
  if (typeof collector !== 'object' || collector === null || Array.isArray(collector)) return
  const given = ['token', 'joinSecret'].filter((key) => at(collector, key) !== undefined)
  if (given.length === 0) problems.add('no-credential', 'collector')
  if (given.length === 2) problems.add('two-credentials', 'collector')
}

function judgeSchedule(schedule: unknown, problems: Problems): void {
  const path = 'recording.schedule'
  const zone = at(schedule, 'timeZone')
  if (typeof zone === 'string' && !isTimeZone(zone)) problems.add('time-zone', `${path}.timeZone`, zone)
  const from = at(schedule, 'from')
  if (from !== undefined && from === at(schedule, 'to')) problems.add('empty-range', `${path}.to`, from)
  const days = listAt(schedule, 'days')
  days.forEach((day, i) => {
    if (days.indexOf(day) < i) problems.add('duplicate', pathTo(`${path}.days`, i), day)
  })
}

/** IANA names only: an offset as `+01:00`, which `Intl` would take, knows no summer time. */
function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}

function listAt(value: unknown, key: string): unknown[] {
  const list = at(value, key)
  return Array.isArray(list) ? list : []
}
