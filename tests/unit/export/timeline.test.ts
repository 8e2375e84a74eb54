import { expect, test } from 'vitest'
import { timeline } from '../../../export/formats/timeline.ts'
import { withoutRhythm } from '../../../export/rhythm.ts'
import { html } from '../../../export/timeline/html.ts'
import { icon, icons } from '../../../export/timeline/icon.ts'
import { wireframe } from '../../../export/timeline/wireframe.ts'
import { step } from '../../../export/timeline/step.ts'
import { Action as ActionSchema, type Action, type Effect } from '../../../lib/trace/action.ts'
import type { Trace } from '../../../lib/trace/schema.ts'
import * as vocabulary from '../../../lib/trace/vocabulary.ts'
import { aRoute, aSequence, aTarget, aTrace, anAction, anEffect, inOrder } from '../../fixtures/batch.ts'
import { places, withValue } from '../collector/walk.ts'
import { inWords } from './page.ts'

const pageOf = (...traces: Trace[]) => [...timeline(() => traces)].join('')
const ofActions = (...actions: Action[]) => aTrace({ sequence: aSequence({ actions: inOrder(actions) }) })

test('every sequence and every action has its place, counted and linked from the top', () => {
  const traces = [aTrace(), ofActions(anAction('click'), anAction('scroll'))]
  const page = pageOf(...traces)
  for (const { sequence } of traces) {
    expect(page).toContain(`<article id="${sequence.id}"`)
    expect(page).toContain(`<a href="#${sequence.id}">wiki.example.com</a>`)
    for (const { seq } of sequence.actions) expect(page.split(`<li id="${sequence.id}-${seq}"`)).toHaveLength(2)
  }
  expect(inWords(page)).toContain('2 sequences with 20 actions on 1 site.')
  const table = inWords(/<table>.*<\/table>/s.exec(page)?.[0].replaceAll('</t', ' </t') ?? '')
  expect(table).toBe(
    'Site clicks ticks texts keys choices values scrolls drags hovers uploads copies pages tabs dialogs all wiki.example.com 4 1 1 1 1 1 2 1 1 1 2 2 1 1 20 all sites 4 1 1 1 1 1 2 1 1 1 2 2 1 1 20',
  )
})

test('the header of a sequence says where, when, how long, and how it ended', () => {
  const page = pageOf(aTrace({ sequence: aSequence({ day: '2026-11-22', durationMs: 252_000, ended: 'tab-closed' }) }))
  expect(inWords(page)).toContain('1 wiki.example.com Sunday, 22 November 2026 4 min 12 s ended by closing the tab window of 1300 × 800 px')
})

test('without rhythm it shows steps, and no time, pause, point or way of the pointer', () => {
  const sequence = withoutRhythm(aSequence({ day: '2026-11-22', durationMs: 252_000, ended: 'tab-closed' }))
  const page = pageOf(aTrace({ rhythm: 'none', sequence }))
  const words = inWords(page)
  expect(words).toContain('Sunday, 22 November 2026 ended by closing the tab window of 1300 × 800 px')
  expect(words).toContain('step 1step 18')
  expect(words).toContain('because they tell persons apart')
  const [header = '', ...steps] = page.split('<li id="')
  expect(steps).toHaveLength(18)
  // What remains is the day.
  expect(header).not.toMatch(/\d:\d\d|\d (s|min)\b/)
  for (const [index, step] of steps.entries()) {
    expect(step).toContain(`<span class="order">step ${index + 1}</span>`)
    expect(step).not.toMatch(/<time|class="(step [a-z]+ waited|pause.*?|point|approach)"|\d:\d\d|\d\u00a0?(s|min)\b/)
  }
})

test('it loads nothing, runs nothing, and no link in it leads nowhere', () => {
  const earlier = aTrace()
  const later = aTrace({ sequence: aSequence({ previous: earlier.sequence.id }) })
  const page = pageOf(earlier, later)
  expect(page).toContain(
    `content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"`.replaceAll("'", '&#39;'),
  )
  expect(page).not.toMatch(/<(script|link|iframe|object|embed|img|form|base)\b|\son\w+=|\bsrc=|url\(|@import|javascript:/i)
  const targets = [...page.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href)
  expect(targets.filter((href) => !page.includes(`id="${href.slice(1)}"`))).toEqual([])
  expect(targets).toContain(`#${earlier.sequence.id}`)
})

test('whatever a string holds, it stays text', () => {
  const hostile = `"><script>alert('x')</script><img src=x onerror=alert(1)>&amp;`
  const trace = ofActions(
    anAction('click', {
      target: aTarget({ name: hostile, locators: [{ kind: 'id', css: hostile, matches: 1, positional: false }] }),
      route: aRoute({ origin: `https://${hostile}`, path: `/${hostile}`, query: [hostile] }),
    }),
  )
  trace.sequence.site = `https://${hostile}`
  const page = pageOf(trace)
  expect(page).not.toMatch(/<script|<img/)
  expect(inWords(page)).toContain(hostile)
})

const enumerations = Object.values<unknown>(vocabulary).filter((value): value is string[] => Array.isArray(value))

test.each(vocabulary.ACTION_KINDS)('there are words for every word that a %s may hold', (kind) => {
  const { sequence } = aTrace()
  const action: Action = anAction(kind)
  let tried = 0
  for (const { path, value } of places(action))
    for (const word of enumerations.filter((words) => words.some((known) => known === value)).flat()) {
      const { data: other } = ActionSchema.safeParse(withValue(action, path, word))
      if (!other) continue
      tried += 1
      expect(step(other, undefined, sequence).html, `${path.join('.')} ${word}`).not.toMatch(/undefined|NaN|\[object|null/)
    }
  expect(tried).toBeGreaterThan(10)
})

test.each(vocabulary.ENDINGS)('there are words for an ending by %s', (ended) => {
  expect(inWords(pageOf(aTrace({ sequence: aSequence({ ended }) })))).toMatch(/ (ended|went on) /)
})

test('every kind has a shape of its own', () => {
  const drawings = vocabulary.ACTION_KINDS.map(
    (kind) => new RegExp(`<symbol id="icon-${kind}"[^>]*>(.*?)</symbol>`, 's').exec(icons.html)?.[1],
  )
  expect(new Set(drawings.filter((drawing) => drawing !== undefined)).size).toBe(vocabulary.ACTION_KINDS.length)
  expect(icon('click').html).toContain('href="#icon-click"')
})

test('the address is shown where it changes, with a mark for what is not kept', () => {
  const [there, elsewhere] = [aRoute(), aRoute({ path: '/a/:id/edit/*', query: [] })]
  const page = pageOf(ofActions(...[there, there, elsewhere].map((route) => anAction('click', { route }))))
  const addresses = [...page.matchAll(/<span class="address">(.*?)<\/span>(?=<span><code>)/gs)].map(([, address = '']) => inWords(address))
  expect(addresses).toEqual(['wiki.example.com/wiki/[…]?tab=[…]', 'wiki.example.com/a/[…]/edit/[…]'])
})

test('what followed from a step is told, and when it was there', () => {
  const told = (...effects: Effect[]) => inWords(pageOf(ofActions(anAction('click', { effects }), anAction('nav'))))
  expect(told(anEffect())).toContain('showed a menu after 0.3 s')
  expect(told(anEffect({ role: 'generic', settleMs: 0 }))).toContain('showed a part of the page at once')
  expect(told(anEffect({ kind: 'removed', role: 'tooltip', settleMs: null }))).toMatch(/took away a tooltip(?! after| at)/)
  expect(told(anEffect({ kind: 'dialog', role: 'alertdialog' }))).toContain('opened a dialog')
  const state = (state: Effect['state']) => told(anEffect({ kind: 'state', role: null, state, settleMs: null }))
  expect(state({ expanded: true, pressed: false })).toContain('became open and not pressed in')
  expect(state({ checked: 'mixed' })).toContain('became partly ticked')
  expect(told(anEffect({ kind: 'navigation', action: 1 }))).toContain('led to step 2')
})

test('a page that was waited for is told apart from a person who hesitated', () => {
  const after = (wait: vocabulary.Pause | null) => inWords(pageOf(ofActions(anAction('scroll'), anAction('press', { wait }))))
  expect(after('3-10s')).toContain('the page took 3–10 s')
  for (const wait of ['0-1s', null] as const) expect(after(wait)).not.toContain('the page took')
})

test('the picture shows the control, the option chosen from it, and that the pointer went to the option', () => {
  const option = aTarget({ box: { x: 100, y: 300, width: 200, height: 50 }, point: { x: 5, y: 0 } })
  const select = anAction('select', { target: aTarget({ box: { x: 100, y: 200, width: 300, height: 50 }, point: null }), option })
  const picture = wireframe(select, { width: 1300, height: 800 })?.html ?? ''
  expect(picture).toContain('<rect class="target" x="100" y="200" width="300" height="50"')
  expect(picture).toContain('<rect class="target" x="100" y="300" width="200" height="50"')
  expect(picture).toContain('<circle class="point" cx="200" cy="300"')
  expect(picture).toContain('points="640,480 880,160 200,300"')
})

test('the picture shows the window, the target, the point and the way of the pointer', () => {
  const viewport = { width: 1300, height: 800 }
  const click = anAction('click', { target: aTarget({ box: { x: 100, y: 200, width: 300, height: 50 }, point: { x: 5, y: 10 } }) })
  const picture = wireframe(click, viewport)?.html ?? ''
  expect(picture).toContain('<rect class="window" width="1300" height="800"')
  expect(picture).toContain('<rect class="target" x="100" y="200" width="300" height="50"')
  expect(picture).toContain('<circle class="point" cx="250" cy="250"')
  expect(picture).toContain('points="640,480 880,160 250,250"')
  expect(picture).toContain('aria-label="Window of 1300 by 800 px with the target at 100, 200, 300 by 50 px"')
  expect(wireframe(anAction('nav'), viewport)).toBeNull()
  expect(wireframe(anAction('scroll'), viewport)?.html).toContain('class="movement"')
  expect(wireframe(anAction('scroll', { from: { x: 0, y: 800 } }), viewport)?.html).not.toContain('class="movement"')
  expect(wireframe(click, { width: 0, height: 0 })).toBeNull()
})

test('the template escapes text, and keeps what it made itself', () => {
  expect(html`<p title="${'"<&>\''}">${['<b>', html`<i>${1}</i>`, null]}</p>`.html).toBe(
    '<p title="&quot;&lt;&amp;&gt;&#39;">&lt;b&gt;<i>1</i></p>',
  )
})
