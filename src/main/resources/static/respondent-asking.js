// Comfort for asking: copy buttons, and keys 1–4 for a sheet that is typed in. Everything works without.
document.querySelectorAll('[data-copy]').forEach(button => {
  button.hidden = !navigator.clipboard;
  button.addEventListener('click', async () => {
    const status = button.parentElement.querySelector('[data-copied]');
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).value);
    status.textContent = status.dataset.copied;
  });
});
// A sheet can be printed again without opening the page anew.
document.querySelectorAll('[data-again]').forEach(form => form.addEventListener('submit', () => setTimeout(() => {
  delete form.dataset.sent;
  form.querySelectorAll('[aria-busy]').forEach(button => button.removeAttribute('aria-busy'));
})));
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
