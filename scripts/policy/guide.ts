import { allowlistGuide } from './allowlist-guide.ts'
import { collectorGuide } from './collector-guide.ts'
import { remove, rollBack, switchOff, update } from './guide/afterwards.ts'
import { barrier, opening, platforms, settings, verify } from './guide/deployment.ts'
import { firefoxPage } from './guide/firefox.ts'
import { googleAdminPage } from './guide/google-admin.ts'
import { intunePage } from './guide/intune.ts'
import { linuxPage } from './guide/linux.ts'
import { macosPage } from './guide/macos.ts'
import { host, startCollector } from './guide/preparation.ts'
import { windowsPage } from './guide/windows.ts'
import { packGuide } from './pack-guide.ts'

/** A part of a page: Markdown that begins with its own heading and ends with a line break. */
type Section = () => string

/**
 * Pages of the guide for administrators, by path. A section of a page is one function; whoever adds one adds its line here, at the
 * place where the administrator needs it. A subject of its own has its own file (`collector-guide.ts`).
 */
const PAGES: Record<string, readonly Section[]> = {
  'deploy/README.md': [
    opening,
    // Before it goes to anybody: packing and hosting, the collector and its tokens.
    packGuide,
    host,
    startCollector,
    // What it says:
    settings,
    barrier,
    platforms,
    // Afterwards:
    verify,
    update,
    rollBack,
    switchOff,
    remove,
  ],
  'deploy/linux.md': [linuxPage],
  'deploy/windows.md': [windowsPage],
  'deploy/macos.md': [macosPage],
  'deploy/google-admin.md': [googleAdminPage],
  'deploy/intune.md': [intunePage],
  'deploy/firefox.md': [firefoxPage],
  'deploy/collector.md': [collectorGuide],
  'deploy/allowlist-file.md': [allowlistGuide],
}

/** Text of every page of the guide, by path. */
export function guidePages(): Record<string, string> {
  return Object.fromEntries(Object.entries(PAGES).map(([path, sections]) => [path, sections.map((section) => section()).join('\n')]))
}
