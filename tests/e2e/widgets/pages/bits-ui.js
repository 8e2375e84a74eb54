import { mount } from 'svelte'
import Checks from './bits-ui/checks.svelte'
import Choice from './bits-ui/choice.svelte'
import Day from './bits-ui/day.svelte'
import Filter from './bits-ui/filter.svelte'
import Level from './bits-ui/level.svelte'
import Menu from './bits-ui/menu.svelte'
import Modal from './bits-ui/modal.svelte'
import Sections from './bits-ui/sections.svelte'
import { show } from './show.js'

const widget =
  (component, props = {}) =>
  (target) =>
    mount(component, { target, props })

show({
  select: widget(Choice, { type: 'single' }),
  many: widget(Choice, { type: 'multiple' }),
  combobox: widget(Filter),
  menu: widget(Menu),
  checks: widget(Checks),
  sections: widget(Sections),
  slider: widget(Level),
  date: widget(Day),
  dialog: widget(Modal),
})
