// Editing in place: Enter, F2 or a double click on a cell, or a figure typed on it; Enter saves, Tab saves and goes on to
// the next cell, Escape gives up, the arrows move. Everything can be changed on the page of a row without this file.
const table = document.querySelector('.asset-list table');
const said = document.querySelector('#asset-said');
const FIELDS = 'tr[data-asset] td[data-field]';
const FIGURES = ['confidentiality', 'integrity', 'availability'];

const cells = () => table ? [...table.querySelectorAll(FIELDS)] : [];
cells().forEach((cell, place) => { cell.tabIndex = place ? -1 : 0; });

const neighbour = (cell, key) => {
  const row = cell.parentElement;
  const own = [...row.querySelectorAll('td[data-field]')];
  if (key === 'ArrowLeft') return own[own.indexOf(cell) - 1];
  if (key === 'ArrowRight') return own[own.indexOf(cell) + 1];
  const rows = [...table.querySelectorAll('tr[data-asset]')];
  const next = rows[rows.indexOf(row) + (key === 'ArrowDown' ? 1 : -1)];
  return next?.querySelector(`td[data-field="${cell.dataset.field}"]`);
};

// The rows as the server has them now; a cell that is being edited, and a tick, stay.
const show = answer => {
  said.replaceChildren(...answer.querySelector('#asset-said').childNodes);
  for (const fresh of answer.querySelectorAll('tr[data-asset]')) {
    const row = table.querySelector(`tr[data-asset="${fresh.dataset.asset}"]`);
    if (!row) continue;
    row.dataset.revision = fresh.dataset.revision;
    [...row.cells].forEach((cell, place) => {
      const now = fresh.cells[place];
      if (!cell.querySelector('input') && cell.innerHTML !== now.innerHTML) cell.replaceChildren(...now.childNodes);
    });
  }
};

const send = async (cell, before, value) => {
  const row = cell.parentElement;
  const token = document.querySelector('meta[name=csrf]').content;
  const body = new URLSearchParams({ _csrf: token, field: cell.dataset.field, value, version: row.dataset.revision });
  try {
    const answer = await fetch(`/assets/${row.dataset.asset}/cell`, { method: 'POST', body });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (!page.querySelector('tr[data-asset]')) throw new Error(answer.status);
    show(page);
  } catch {
    if (!cell.querySelector('input')) cell.textContent = before;
    said.textContent = table.dataset.failed;
  }
};

// One after the other: what is saved second is based on the first.
let saving = Promise.resolve();
const save = (cell, before, value) => { saving = saving.then(() => send(cell, before, value)); };

const focus = cell => {
  cells().forEach(other => { other.tabIndex = -1; });
  cell.tabIndex = 0;
  cell.focus();
};

const edit = (cell, typed) => {
  if (cell.querySelector('input')) return;
  const before = cell.textContent;
  const figure = FIGURES.includes(cell.dataset.field);
  const input = document.createElement('input');
  input.className = 'control';
  input.maxLength = figure ? 1 : 100;
  if (figure) input.inputMode = 'numeric';
  input.value = typed ?? before;
  input.setAttribute('aria-label', table.tHead.rows[0].cells[cell.cellIndex].textContent);
  cell.replaceChildren(input);
  input.focus();
  if (!typed) input.select();
  let done = false;
  const finish = keep => {
    if (done) return;
    done = true;
    const value = input.value.trim();
    cell.textContent = keep ? value : before;
    if (keep && value !== before) save(cell, before, value);
  };
  input.addEventListener('keydown', event => {
    event.stopPropagation();
    if (event.isComposing) return;
    if (event.key === 'Enter') { event.preventDefault(); finish(true); focus(cell); }
    if (event.key === 'Escape') { finish(false); focus(cell); }
    if (event.key === 'Tab') {
      const all = cells();
      const next = all[all.indexOf(cell) + (event.shiftKey ? -1 : 1)];
      finish(true);
      if (!next) return;
      event.preventDefault();
      focus(next);
      edit(next);
    }
  });
  input.addEventListener('blur', () => finish(true));
};

table?.addEventListener('dblclick', event => {
  const cell = event.target.closest(FIELDS);
  if (cell) { focus(cell); edit(cell); }
});
table?.addEventListener('keydown', event => {
  const cell = event.target.closest(FIELDS);
  if (!cell || event.target !== cell || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Enter' || event.key === 'F2') { event.preventDefault(); edit(cell); return; }
  if (FIGURES.includes(cell.dataset.field) && event.key.length === 1 && table.dataset.figures.includes(event.key)) {
    event.preventDefault();
    edit(cell, event.key);
    return;
  }
  if (!event.key.startsWith('Arrow')) return;
  const next = neighbour(cell, event.key);
  if (!next) return;
  event.preventDefault();
  focus(next);
});
