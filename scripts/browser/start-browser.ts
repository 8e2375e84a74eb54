import { chromium, type Browser, type BrowserContext } from '@playwright/test'
import type { LaunchOptions } from './launch-options.ts'

/** Names that resolve: the loopback ones. Everything else the browser asks for on its own account fails at once, unasked. */
const RESOLVER = 'MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1'
const QUIET = ['--disable-quic', '--disable-component-update', '--disable-sync', `--host-resolver-rules=${RESOLVER}`]

/** Playwright's defaults that keep policy extensions out: the second stops their download altogether. */
const UNWANTED = ['--disable-extensions', '--disable-background-networking']

/** Playwright on `executable`, which is Chromium or what stands in for it, with the profile in `userDataDir`. */
export async function startBrowser(
  executable: string,
  userDataDir: string,
  options: LaunchOptions,
): Promise<{ context: BrowserContext; browser: Browser }> {
  const context = await chromium.launchPersistentContext(userDataDir, {
    executablePath: executable,
    headless: options.headless ?? true,
    // Chromium refuses its sandbox to root, and only to root.
    chromiumSandbox: process.getuid?.() !== 0,
    ignoreDefaultArgs: [
      ...UNWANTED,
      ...(options.backForwardCache ? ['--disable-back-forward-cache'] : []),
      ...(options.scrollbars ? ['--hide-scrollbars'] : []),
    ],
    args: [...QUIET, ...(options.args ?? [])],
    // Playwright's own listeners would close the browser and let the process live on.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    ...(options.viewport === undefined ? {} : { viewport: options.viewport }),
  })
  const browser = context.browser()
  if (!browser) throw new Error('Playwright gave no browser for the profile')
  return { context, browser }
}
