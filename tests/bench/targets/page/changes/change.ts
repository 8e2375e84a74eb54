/** One way in which a page may be another when a target is looked for. Elements that go are detached. */
export type Change = (random: () => number) => void
