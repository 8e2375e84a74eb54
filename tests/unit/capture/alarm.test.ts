import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openAlarm } from '../../../lib/capture/alarm.ts'

describe('the timers of a page', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('runs everything when it is due, in that order', () => {
    const alarm = openAlarm()
    const ran: string[] = []
    for (const ms of [400, 100, 1000, 100]) alarm(ms, () => void ran.push(`${ms} at ${performance.now()}`))
    const begun = performance.now()
    vi.advanceTimersByTime(2000)
    expect(ran).toEqual([100, 100, 400, 1000].map((ms) => `${ms} at ${begun + ms}`))
  })

  it('sets a timer of the browser only for what is due before all others', () => {
    const alarm = openAlarm()
    for (const ms of [100, 400, 1000, 50]) alarm(ms, () => undefined)
    expect(vi.getTimerCount()).toBe(2)
    vi.advanceTimersByTime(100)
    expect(vi.getTimerCount()).toBe(1)
    vi.advanceTimersByTime(1000)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('runs what is asked for while others run', () => {
    const alarm = openAlarm()
    const ran = vi.fn<() => void>()
    alarm(100, () => alarm(100, ran))
    vi.advanceTimersByTime(199)
    expect(ran).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(ran).toHaveBeenCalledOnce()
  })
})
