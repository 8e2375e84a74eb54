/**
 * Pages as they are once their scripts have run, without their scripts: a page that changes by itself would be measured for that. Closed
 * and open shadow roots, canvases and frames are left out.
 */
import type { Page } from '@playwright/test'
import { z } from 'zod'

/** Runs in the page. What a person has filled in, or a script for them, becomes part of the markup. */
const FREEZE = `(() => {
  for (const field of document.querySelectorAll('input')) {
    if (field.type === 'checkbox' || field.type === 'radio') field.toggleAttribute('checked', field.checked)
    else if (field.type !== 'file' && field.type !== 'password') field.setAttribute('value', field.value)
  }
  for (const option of document.querySelectorAll('option')) option.toggleAttribute('selected', option.selected)
  const left = 'script,noscript,iframe,base,meta[http-equiv],link:not([rel="stylesheet"])'
  for (const element of document.querySelectorAll(left)) element.remove()
  return '<!doctype html>' + document.documentElement.outerHTML
})()`

/** Loading goes on for as long as hosts that do not answer are waited for; none is, in this browser. ms. */
const QUIET_MS = 10_000

export type Frozen = { url: string; html: string }

/** @returns null where there is no such page */
export async function freeze(page: Page, url: string): Promise<Frozen | null> {
  await page.goto('about:blank')
  const answer = await page.goto(url, { waitUntil: 'load' })
  if (!answer?.ok()) return null
  await page.waitForLoadState('networkidle', { timeout: QUIET_MS }).catch(() => null)
  return { url: url.replace(/#.*/, ''), html: z.string().parse(await page.evaluate(FREEZE)) }
}

/** Shows a frozen page under its own address. @param styles sheet for a page that has none */
export async function show(page: Page, { url, html }: Frozen, styles: string | null): Promise<void> {
  const link = styles === null ? '' : `<link rel="stylesheet" href="${styles}">`
  const answer = {
    contentType: 'text/html; charset=utf-8',
    headers: { 'content-security-policy': "script-src 'none'" },
    body: html.replace('<head>', `<head>${link}`),
  }
  await page.route(url, (route) => route.fulfill(answer))
  await page.goto('about:blank')
  await page.goto(url, { waitUntil: 'load' })
  await page.unroute(url)
}
