import { join } from 'node:path'
import { writeFileSync } from 'node:fs'
import { launchWithPolicy } from '../../scripts/browser/launch.ts'
import { packExtension } from '../../scripts/pack.ts'
import { temporaryFolder } from '../../scripts/temporary-folder.ts'
import { publish } from '../../scripts/update-server.ts'
import { startBenchSite } from './workload.ts'
const folder = temporaryFolder('bench')
const site = await startBenchSite()
const packed = await packExtension(process.env.EXT!, folder.path, { key: join(folder.path, 'key.pem') })
const published = await publish(packed)
const listed = `http://listed.localhost:${site.port}`
const browser = await launchWithPolicy({ extension: published, policy: {
  collector: { url: 'http://127.0.0.1:9', token: 'a-token-that-nobody-checks' },
  recording: { sites: [{ match: `${listed}/*` }] },
  notice: { company: 'Example Company', contact: 'privacy@example.com', consent: 'obtained' },
} })
await browser.policyArrived()
const page = await browser.context.newPage()
await page.goto('about:blank')
await browser.browser.startTracing(page, { categories: ['-*', 'devtools.timeline', 'v8.execute', 'disabled-by-default-devtools.timeline','loading','v8'] })
await page.goto(listed)
await page.waitForTimeout(1500)
await page.locator('table button').nth(3).click()
await page.locator('input[name=query]').click()
await page.keyboard.type('some words')
await page.waitForTimeout(3000)
const b = await browser.browser.stopTracing()
writeFileSync('/tmp/trace-explore.json', b)
await browser.close(); await published.close(); site.stop(); folder.remove()
