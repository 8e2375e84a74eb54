import { $ } from './show-jquery.js'
import 'jquery-ui/dist/jquery-ui.js'
import 'jquery-ui/themes/base/all.css'
import { show } from './show.js'

const STATUS = ['New', 'Open', 'Closed', 'Archived', 'Deleted', 'Draft']
const widget = (html, start) => (place) => {
  place.innerHTML = html
  start()
}

show({
  autocomplete: widget('<label for="status">Status</label> <input id="status">', () => $('#status').autocomplete({ source: STATUS })),
  selectmenu: widget(
    `<label for="status">Status</label> <select id="status">${STATUS.map((name) => `<option>${name}</option>`).join('')}</select>`,
    () => $('#status').selectmenu({ width: 240 }),
  ),
  menu: widget(
    '<ul id="menu" style="width:160px"><li><div>Edit</div></li><li><div>Export</div><ul><li><div>Print</div></li><li><div>Download</div></li></ul></li><li><div>Delete</div></li></ul>',
    () => $('#menu').menu(),
  ),
  date: widget('<label for="date">Date</label> <input id="date">', () => $('#date').datepicker({ defaultDate: new Date(2024, 4, 15) })),
  slider: widget('<div id="slider" style="width:400px;margin:40px"></div>', () => $('#slider').slider({ value: 20 })),
  sections: widget(
    `<div id="tabs"><ul><li><a href="#a">Overview</a></li><li><a href="#b">History</a></li></ul><div id="a">Overview page</div><div id="b">History page</div></div>
     <div id="accordion"><h3>Details</h3><div>Page</div><h3>Contact</h3><div>Page</div></div>`,
    () => {
      $('#tabs').tabs()
      $('#accordion').accordion({ animate: false })
    },
  ),
  dialog: widget('<button id="open">Settings</button><div id="dialog" title="Settings">Save changes?</div>', () => {
    $('#dialog').dialog({ autoOpen: false, modal: true, buttons: { Save: () => $('#dialog').dialog('close') } })
    $('#open').on('click', () => $('#dialog').dialog('open'))
  }),
  sortable: widget(
    `<ul id="list" style="width:200px">${['First', 'Second', 'Third'].map((name) => `<li style="height:36px">${name}</li>`).join('')}</ul>`,
    () => $('#list').sortable(),
  ),
  draggable: widget(
    '<div id="card" style="width:80px;height:60px;border:1px solid">Card</div><div id="folder" style="margin:100px 300px;width:160px;height:120px;border:1px dashed">Folder</div>',
    () => {
      $('#card').draggable()
      $('#folder').droppable({ drop: () => $('#folder').text('Saved') })
    },
  ),
  spinner: widget('<label for="count">Count</label> <input id="count" value="5">', () => $('#count').spinner({ min: 0, max: 10 })),
})
