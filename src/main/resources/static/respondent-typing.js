// Comfort for typing a sheet in: keys 1–4 choose the answer and go on to the next. Everything works without.
const lines = [...document.querySelectorAll('[data-typing] .asking-line')];
lines.forEach((line, at) => line.addEventListener('keydown', event => {
  if (event.target.matches('input[type=text]') || event.ctrlKey || event.metaKey || event.altKey) return;
  const choice = line.querySelectorAll('input[type=radio]')[Number(event.key) - 1];
  if (!choice) return;
  event.preventDefault();
  choice.checked = true;
  (lines[at + 1] ?? line.closest('form')).querySelector(lines[at + 1] ? 'input[type=radio]' : 'button').focus();
}));
lines[0]?.querySelector('input[type=radio]').focus();
