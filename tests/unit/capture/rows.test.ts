import { describe, expect, it } from 'vitest'
import { rowIn } from '../../../lib/capture/rows.ts'

const span = (top: number, height: number) => ({ top, bottom: top + height })
/** Rows of 20 px, in a list of which 100 px are seen. */
const row = (place: number, scrolled = 0) => span(place * 20 - scrolled, 20)

describe('a list of which the page holds a part', () => {
  it('has as many rows as fit into what is scrolled', () => {
    expect(rowIn(row(3), row(0), row(9), span(0, 4000), 100)).toEqual({ index: 3, count: 200 })
  })

  it('counts the rows that were taken out before the first', () => {
    expect(rowIn(row(103, 2000), row(100, 2000), row(109, 2000), span(-2000, 4000), 100)).toEqual({ index: 103, count: 200 })
  })
})

describe('a list that is there as a whole', () => {
  it('may have a margin and a heading', () => {
    expect(rowIn(span(48, 20), span(28, 20), span(208, 20), span(0, 236), 100)).toBeNull()
  })

  it('may stand in a box that is higher than it', () => {
    expect(rowIn(row(1), row(0), row(2), span(0, 400), 400)).toBeNull()
  })

  it('may not be shown', () => {
    expect(rowIn(span(0, 0), span(0, 0), span(0, 0), span(0, 0), 0)).toBeNull()
  })
})
