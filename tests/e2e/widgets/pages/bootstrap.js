import { Tooltip } from 'bootstrap'
import 'bootstrap/dist/css/bootstrap.css'
import { show } from './show.js'

const html = (text) => (place) => (place.innerHTML = text)

show({
  menu: html(`<div class="dropdown"><button class="btn dropdown-toggle" data-bs-toggle="dropdown" aria-expanded="false">Actions</button>
    <ul class="dropdown-menu">${['Edit', 'Copy', 'Delete'].map((name) => `<li><button class="dropdown-item" type="button">${name}</button></li>`).join('')}</ul></div>`),
  sections: html(`<ul class="nav nav-tabs" role="tablist">${['Overview', 'History']
    .map(
      (name, index) =>
        `<li class="nav-item" role="presentation"><button class="nav-link ${index ? '' : 'active'}" data-bs-toggle="tab" data-bs-target="#${name}" role="tab" aria-selected="${index === 0}">${name}</button></li>`,
    )
    .join('')}</ul>
    <div class="tab-content">${['Overview', 'History'].map((name, index) => `<div class="tab-pane ${index ? '' : 'show active'}" id="${name}" role="tabpanel">${name} page</div>`).join('')}</div>
    <div class="accordion" id="all"><div class="accordion-item"><h2 class="accordion-header"><button class="accordion-button collapsed" data-bs-toggle="collapse" data-bs-target="#one" aria-expanded="false" aria-controls="one">Details</button></h2>
    <div id="one" class="accordion-collapse collapse"><div class="accordion-body">Page</div></div></div></div>`),
  dialog: html(`<button class="btn btn-primary" data-bs-toggle="modal" data-bs-target="#dialog">Settings</button>
    <div class="modal fade" id="dialog" tabindex="-1" aria-label="Settings"><div class="modal-dialog"><div class="modal-content"><div class="modal-body">Save changes?</div>
    <div class="modal-footer"><button class="btn" data-bs-dismiss="modal">Close</button></div></div></div></div>`),
  toggle: html('<button class="btn" data-bs-toggle="button" aria-pressed="false">Active</button>'),
  switch:
    html(`<div class="form-check form-switch"><input class="form-check-input" type="checkbox" role="switch" id="on"><label class="form-check-label" for="on">Active</label></div>
    <input type="range" class="form-range" style="width:400px" aria-label="Volume">`),
  tooltip: (place) => {
    place.innerHTML = '<button class="btn" title="Help">Help</button>'
    return new Tooltip(place.firstChild)
  },
})
