import { parseTemplate } from '../mask/route.ts'
import { addressProblem } from './address.ts'
import { labelProblem } from './characters.ts'
import { isPublicKey } from './public-key.ts'
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
  judgeList(recording, 'recording', isPublicSuffix, problems)
  judgePointer(recording, problems)

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

/** A list is named in one place: two would have to be read together to know what is recorded. */
function judgePointer(recording: unknown, problems: Problems): void {
  const path = 'recording.file'
  const file = at(recording, 'file')
  if (file === undefined) {
    if (isObject(recording) && at(recording, 'sites') === undefined) problems.add('missing', 'recording.sites')
    return
  }
  const beside = ['sites', 'except', 'schedule'].find((key) => at(recording, key) !== undefined)
  if (beside !== undefined) problems.add('file-and-list', path, beside)
  const url = at(file, 'url')
  if (typeof url === 'string') {
    const code = addressProblem(url, { loopbackHttp: true, query: true })
    if (code) problems.add(code, `${path}.url`, /[@?#]/.test(url) ? undefined : url)
  }
  const key = at(file, 'publicKey')
  if (typeof key === 'string' && !isPublicKey(key)) problems.add('public-key', `${path}.publicKey`, key)
}

/** Judges sites, exceptions and schedule, which stand at `path`. */
export function judgeList(list: unknown, path: string, isPublicSuffix: IsPublicSuffix, problems: Problems): void {
  judgePatterns(list, path, isPublicSuffix, problems)
  judgeSchedule(at(list, 'schedule'), pathTo(path, 'schedule'), problems)
}

function judgePatterns(list: unknown, parent: string, isPublicSuffix: IsPublicSuffix, problems: Problems): void {
  const sites = listAt(list, 'sites')
  const except = listAt(list, 'except')
  if (sites.length + except.length > MAX_ENTRIES) problems.add('too-many', parent, sites.length + except.length)

  const judgePattern = (value: unknown, path: string) => {
    if (typeof value !== 'string') return
    const read = parsePattern(value, isPublicSuffix)
    if ('problem' in read) problems.add(read.problem, path, value.includes('@') ? undefined : value)
  }
  const seen = new Set<unknown>()
  sites.forEach((site, i) => {
    const path = pathTo(pathTo(parent, 'sites'), i)
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
  except.forEach((value, i) => judgePattern(value, pathTo(pathTo(parent, 'except'), i)))
}

/** What lets this browser in at the collector: with both, nobody could say which of them it came in by. */
function judgeCredential(collector: unknown, problems: Problems): void {
  if (typeof collector !== 'object' || collector === null || Array.isArray(collector)) return
  const given = ['token', 'joinSecret'].filter((key) => at(collector, key) !== undefined)
  if (given.length === 0) problems.add('no-credential', 'collector')
  if (given.length === 2) problems.add('two-credentials', 'collector')
}

function judgeSchedule(schedule: unknown, path: string, problems: Problems): void {
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
  return isObject(value) ? Reflect.get(value, key) : undefined
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function listAt(value: unknown, key: string): unknown[] {
  const list = at(value, key)
  return Array.isArray(list) ? list : []
}
