/** One round of each kind of fault, at moments that `random` chooses. */
import { setTimeout as delay } from 'node:timers/promises'
import { BUTTONS } from './work-page.ts'
import type { World } from './world.ts'

type Random = () => number
export type Kind = {
  people?: number
  through?: 'gateway'
  /** Pages die with what they had not told the worker. */
  killsPages?: true
  round: (world: World, random: Random) => Promise<void>
}

const between = (random: Random, least: number, most: number) => Math.floor(least + random() * (most - least))
/** Longest that pages keep clicks to themselves, and as much again: the browser dies before, while and after they are sent. */
const LIFE_MS = 4500
/** Longer than a browser waits for an answer, which is 20 s. */
const OUTWAITED_MS = 22_000
/** About what a delivery takes from the request to its end, so that what happens meanwhile happens at every step of it. */
const DELIVERY_MS = 150

const only = ({ people: [person] }: World) => {
  if (!person) throw new Error('nobody is there')
  return person
}

/** Works, delivers in the middle of it, and lets `fault` happen in the middle of that. */
async function workThrough(world: World, random: Random, fault: () => Promise<unknown>): Promise<void> {
  const working = world.people.map(async (person) => person.click(await person.place(50), between(random, 10, 50)))
  await delay(random() * 400)
  const flushing = world.people.map((person) => person.flush())
  await delay(random() * DELIVERY_MS)
  await fault()
  await Promise.all([...working, ...flushing])
}

export const KINDS = {
  /** Every process of the browser is killed, and it is started again. */
  browser: {
    killsPages: true,
    async round(world, random) {
      const person = only(world)
      const place = await person.arrive(undefined, true)
      const [working, watching] = [person.click(place, BUTTONS), person.watch()]
      await delay(random() * LIFE_MS)
      if (random() < 0.6) {
        void person.flush()
        await delay(random() * DELIVERY_MS)
      }
      await person.kill()
      await Promise.all([working, watching])
      await person.restart()
      await world.deliverAll()
    },
  },

  /** The collector is killed, and started again. */
  collector: {
    async round(world, random) {
      await workThrough(world, random, () => world.collector().kill())
      await world.revive()
      await only(world).flush()
    },
  },

  /** The collector's answer does not arrive, or half of it, after it has stored what it answers. */
  answer: {
    through: 'gateway',
    async round(world, random) {
      world.gateway.fail(random() < 0.5 ? 'drop' : 'cut')
      await workThrough(world, random, () => only(world).flush())
      world.gateway.fail('pass')
      await only(world).flush()
    },
  },

  /** The collector stands still for a while, at times for longer than browsers wait, and goes on, or is killed and has heard nothing. */
  stall: {
    async round(world, random) {
      const { pid } = world.collector()
      const isKilled = random() < 0.5
      const standing = random() < 0.3 ? OUTWAITED_MS : random() * 1500
      await workThrough(world, random, async () => {
        process.kill(pid, 'SIGSTOP')
        const flushing = only(world).flush()
        await delay(standing)
        if (isKilled) await world.collector().kill()
        else process.kill(pid, 'SIGCONT')
        await flushing
      })
      if (isKilled) await world.revive()
      await only(world).flush()
    },
  },

  /** The browser stops the worker, in the middle of whatever it does. */
  worker: {
    async round(world, random) {
      const { browser } = only(world)
      await workThrough(world, random, async () => {
        for (let left = between(random, 1, 4); left > 0; left--) {
          await browser().stopWorker()
          await delay(random() * 200)
        }
      })
    },
  },

  /** Tabs are opened, worked in and closed while the worker is stopped. */
  tabs: {
    async round(world, random) {
      const person = only(world)
      const tab = await person.browser().context.newPage()
      const place = await person.arrive(tab)
      await person.click(place, between(random, 0, 20))
      await person.browser().stopWorker()
      await person.click(place, between(random, 1, 10))
      if (random() < 0.7) await person.browser().stopWorker()
      await tab.close()
      if (random() < 0.5) await person.flush()
      await world.committed()
    },
  },

  /** Two browsers deliver to one collector, and it is killed. */
  pair: {
    people: 2,
    async round(world, random) {
      await workThrough(world, random, () => world.collector().kill())
      await world.revive()
      await Promise.all(world.people.map((person) => person.flush()))
    },
  },
} satisfies Record<string, Kind>
