/** What recorders ask of the worker. */
import type { Acknowledgement, Delivery, Guard, Hello, Standing } from '../messages.ts'
import { matchesOrigin, siteFor } from '../policy/allowlist.ts'
import { phraseOf } from '../mask/text.ts'
import { append, closeDocuments, countOnly, numberOf, register } from '../store/append.ts'
import { withRoom } from '../store/room.ts'
import { showState } from './badge.ts'
import { announceChange, factsOf, policyInForce, tabKey, type Context } from './context.ts'
import { admissionOf } from './admission.ts'
import { injectFrames, tellTab } from './registration.ts'
import { isGuarded, noteGuard } from './guard.ts'
import { showNotice } from './notice.ts'
import { report } from '../log.ts'
import { lexiconOf } from './lexicon.ts'
import { baseState } from './state.ts'
import { listedTab, openSequence } from './place.ts'
import type { PageSender } from './sender.ts'

const REFUSED: Standing = { type: 'standing', record: false }

/** May this document be recorded? Only if its own address and that of the page in the tab are both listed. */
export async function answerHello(context: Context, hello: Hello, sender: PageSender, now: number): Promise<Standing> {
  // There was no window to show it in when the policy came; now there is one.
  await showNotice(context, now).catch(report)
  const standing = await grant(context, hello, sender, now)
  const state = standing.record ? 'recording' : baseState(await factsOf(context), now)
  if (sender.frameId === 0) {
    await showState(state, sender.tab)
    // A popup that was opened while the page loaded has said so.
    await announceChange()
  }
  if (standing.record && sender.frameId === 0 && hello.whole) void injectFrames(sender.tab)
  return standing
}

async function grant(context: Context, hello: Hello, sender: PageSender, now: number): Promise<Standing> {
  const policy = await policyInForce(context, now)
  const top = policy && (await listedTab(policy, sender.tab))
  // A page that has moved to an exception without loading: the frames in it, which cannot see that, are over as well.
  if (policy && !top) await closeDocuments(context.db, now, tabKey(context, sender.tab))
  if (!policy || !top) return REFUSED
  const { sites, except } = policy.recording
  // An inherited frame has no address of its own; it belongs to the page that made it if it shares its origin.
  if (sender.url === null ? sender.origin !== top.origin : !siteFor(sender.url, sites, except)) return REFUSED
  if ((sender.frameId === 0) !== (hello.frame.length === 0)) return REFUSED
  // The tab has moved on while the message was on its way.
  if (sender.frameId === 0 && sender.origin !== top.origin) return REFUSED
  const { wasClosed } = await register(context.db, {
    document: hello.document,
    tab: tabKey(context, sender.tab),
    site: top.origin,
    origin: sender.origin,
    frame: hello.frame,
    viewport: hello.viewport,
    language: hello.language,
    opener: top.opener === null ? null : await openSequence(context, top.opener),
    seenAt: now,
    closedAt: null,
  })
  // What was withdrawn while the document was granted holds for it too.
  if (!(await policyInForce(context, Date.now()))) {
    await closeDocuments(context.db, now)
    return REFUSED
  }
  // It came back to the list: so did the frames in it.
  if (wasClosed && sender.frameId === 0) void tellTab(sender.tab, { type: 'renew' })
  // A page is told no more of the list than concerns its origin.
  const own = new URL(sender.origin)
  const here = sites.filter(({ match }) => matchesOrigin(match, own))
  const guarded = await isGuarded(
    hello.document,
    { isTop: sender.frameId === 0, redirected: hello.redirected },
    { tab: sender.tab, opener: top.opener },
    now,
  )
  return {
    type: 'standing',
    record: true,
    sites: here.map(({ match, routes, text, phrases, unmask }) => ({
      match,
      routes,
      text: guarded ? 'interface' : text,
      phrases: phrases.map(phraseOf),
      unmask: guarded ? [] : unmask,
    })),
    except: except.filter((match) => matchesOrigin(match, own)),
    words: await lexiconOf(hello.language),
  }
}

export async function acceptActions(context: Context, delivery: Delivery, sender: PageSender, now: number): Promise<Acknowledgement> {
  const row = await context.db.get('documents', delivery.document)
  // Unknown, or spoken for by another tab or origin: nothing of it is kept, and the page need not send it again.
  if (!row || row.tab !== tabKey(context, sender.tab) || row.origin !== sender.origin) {
    await countOnly(context.db, { 'dropped-unknown-document': delivery.actions.length }, now)
    return { acknowledged: highest(delivery), stop: true }
  }
  // The page around a frame may have moved to an exception, without loading and without the frame knowing.
  const { resolution } = context
  if (sender.frameId !== 0 && resolution.kind === 'ready' && !(await listedTab(resolution.policy, sender.tab))) {
    await countOnly(context.db, { 'dropped-policy': delivery.actions.length }, now)
    return { acknowledged: highest(delivery), stop: true }
  }
  const admission = await admissionOf(context)
  const answer = await withRoom(context.db, now, () => append(context.db, delivery, now, admission))
  return answer ?? { acknowledged: highest(delivery), stop: true }
}

/** What came and was counted is not wanted again; what the page still holds is counted when it comes. */
function highest({ actions }: Delivery): number {
  return Math.max(-1, ...actions.map(numberOf).filter(Number.isFinite))
}

/** Something was typed in this document; those beside it in the tab, which cannot know what, hear that they must mask more. */
export async function acceptGuard(context: Context, guard: Guard, sender: PageSender, now: number): Promise<void> {
  const row = await context.db.get('documents', guard.document)
  if (!row || row.tab !== tabKey(context, sender.tab) || row.origin !== sender.origin) return
  await noteGuard(guard, sender.tab, now)
  if (guard.raised) await tellTab(sender.tab, { type: 'renew' })
}
