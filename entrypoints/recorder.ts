import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { startRecorder } from '../lib/capture/recorder.ts'

// Not a WXT content script: its wrapper announces itself to the page by an event and a window message.
export default defineUnlistedScript(() => startRecorder())
