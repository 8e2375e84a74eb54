/** The policy as it was read, put into effect. */
import { report } from '../log.ts'
import { siteFor } from '../policy/allowlist.ts'
import type { Context } from './context.ts'
import { purgeUnlisted } from './narrow.ts'
import { showNotice } from './notice.ts'
import { injectRecorder, registerRecorder } from './registration.ts'
import { settle } from './requests.ts'

/**
 * Everywhere where it has to show: what is stored, what people are told, where the recorder is, what pages of ours say.
 * @returns whether it is another allowlist than was in force before
 */
export async function applyPolicy(context: Context): Promise<boolean> {
  const { resolution } = context
  const recording = resolution.kind === 'ready' ? resolution.policy.recording : null
  const matches = recording?.sites.map(({ match }) => match) ?? []
  const isOther = await purgeUnlisted(context, Date.now()).catch(report)
  // People are told before anything can be recorded about them.
  await showNotice(context, Date.now()).catch(report)
  await registerRecorder(matches, recording?.except ?? [])
  await injectRecorder((address) => recording !== null && siteFor(address, recording.sites, recording.except) !== null, matches)
  await settle(context)
  return isOther === true
}
