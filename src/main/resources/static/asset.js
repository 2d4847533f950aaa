// Editing in place: Enter, F2 or a double click on a cell; Enter saves, Escape gives up, the arrows move.
// Everything can be changed on the page of a row without this file.
const table = document.querySelector('.asset-list table');
const say = text => { document.querySelector('#toast').textContent = text; };

const cells = table ? [...table.querySelectorAll('tr[data-asset] td[data-field]')] : [];
cells.forEach((cell, place) => { cell.tabIndex = place ? -1 : 0; });

const neighbour = (cell, key) => {
  const row = cell.parentElement;
  const own = [...row.querySelectorAll('td[data-field]')];
  if (key === 'ArrowLeft') return own[own.indexOf(cell) - 1];
  if (key === 'ArrowRight') return own[own.indexOf(cell) + 1];
  const rows = [...table.querySelectorAll('tr[data-asset]')];
  const next = rows[rows.indexOf(row) + (key === 'ArrowDown' ? 1 : -1)];
  return next?.querySelector(`td[data-field="${cell.dataset.field}"]`);
};

const save = async (cell, before, value) => {
  const row = cell.parentElement;
  const token = document.querySelector('meta[name=csrf]').content;
  const body = new URLSearchParams({ _csrf: token, field: cell.dataset.field, value, version: row.dataset.revision });
  const answer = await fetch(`/assets/${row.dataset.asset}/cell`, { method: 'POST', body });
  if (answer.status === 204) {
    row.dataset.revision = answer.headers.get('Asset-Revision');
    say(table.dataset.saved);
  } else {
    cell.textContent = before;
    say(answer.status === 409 ? table.dataset.stale : table.dataset.refused);
  }
};

const edit = cell => {
  if (cell.querySelector('input')) return;
  const before = cell.textContent;
  const input = document.createElement('input');
  input.className = 'control';
  input.maxLength = 100;
  input.value = before;
  const index = cell.cellIndex;
  input.setAttribute('aria-label', table.tHead.rows[0].cells[index].textContent);
  cell.replaceChildren(input);
  input.focus();
  input.select();
  let done = false;
  const finish = keep => {
    if (done) return;
    done = true;
    const value = input.value.trim();
    cell.textContent = keep ? value : before;
    cell.focus();
    if (keep && value !== before) save(cell, before, value);
  };
  input.addEventListener('keydown', event => {
    event.stopPropagation();
    if (event.isComposing) return;
    if (event.key === 'Enter') { event.preventDefault(); finish(true); }
    if (event.key === 'Escape') finish(false);
  });
  input.addEventListener('blur', () => finish(true));
};

table?.addEventListener('dblclick', event => {
  const cell = event.target.closest('td[data-field]');
  if (cell && cells.includes(cell)) edit(cell);
});
table?.addEventListener('keydown', event => {
  const cell = event.target.closest('td[data-field]');
  if (!cell || event.target !== cell) return;
  if (event.key === 'Enter' || event.key === 'F2') { event.preventDefault(); edit(cell); return; }
  if (!event.key.startsWith('Arrow')) return;
  const next = neighbour(cell, event.key);
  if (!next) return;
  event.preventDefault();
  cell.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
});
