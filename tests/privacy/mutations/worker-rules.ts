/** Rules of the worker: which pages may speak, and what those that follow on typing may keep. */
import type { Mutation } from './mutation.ts'

export const WORKER_RULES: Mutation[] = [
  {
    rule: 'a guarded page keeps wording of interfaces only',
    file: 'lib/control/pages.ts',
    from: "text: guarded ? 'interface' : text",
    to: 'text',
    guards: ['P30', 'echo of typing'],
    preset: 'public',
  },
  {
    rule: 'a guarded page unmasks nothing',
    file: 'lib/control/pages.ts',
    from: 'unmask: guarded ? [] : unmask',
    to: 'unmask',
    guards: ['P30', 'echo of typing'],
    preset: 'unmasked',
  },
  {
    rule: 'both the frame and the page around it are listed',
    file: 'lib/control/place.ts',
    from: 'if (!tab?.url || !siteFor(tab.url, policy.recording.sites, policy.recording.except)) return null',
    to: "if (!tab?.url) return { url: '', origin: new URL(policy.recording.sites[0]!.match).origin, opener: null }",
    guards: ['unlisted page'],
    preset: 'interface',
  },
]
