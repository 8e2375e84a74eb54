import { browser } from 'wxt/browser'
import { defineBackground } from 'wxt/utils/define-background'
import { openNotice } from '../lib/control/notice.ts'
import { openWorker } from '../lib/control/worker.ts'
import { onManagedChanged } from '../lib/policy/managed.ts'
import { report } from '../lib/log.ts'
import { TAIL_PREFIX } from '../lib/trace/vocabulary.ts'

export default defineBackground(() => {
  // Every listener is there before the first await: an event that woke the worker finds nobody otherwise.
  const worker = openWorker()
  browser.runtime.onMessage.addListener((message: unknown, sender) => worker.message(message, sender).catch(report))
  browser.runtime.onUpdateAvailable.addListener(() => worker.updateAvailable().catch(report))
  browser.runtime.onStartup.addListener(() => worker.browserStarted().catch(report))
  browser.alarms.onAlarm.addListener(() => worker.alarm().catch(report))
  browser.tabs.onActivated.addListener((info) => worker.tabActivated(info).catch(report))
  browser.tabs.onRemoved.addListener((tabId) => worker.tabRemoved(tabId).catch(report))
  browser.commands.onCommand.addListener((command) => {
    if (command === 'toggle-pause') worker.togglePause().catch(report)
  })
  browser.storage.onChanged.addListener((changes, area) => {
    const left =
      area === 'local' && Object.entries(changes).some(([key, { newValue }]) => key.startsWith(TAIL_PREFIX) && newValue !== undefined)
    if (left) worker.tailLeft().catch(report)
  })
  onManagedChanged(() => {
    worker.policyChanged().catch(report)
  })
  browser.runtime.onInstalled.addListener(({ reason }) => {
    // Also where no policy has come yet, which takes seconds: people are told first.
    if (reason === 'install') openNotice().catch(report)
  })
})
