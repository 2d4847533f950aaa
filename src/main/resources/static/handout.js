// Comfort for handing out: copy buttons, sheets printed again, people shown only where they are chosen.
document.querySelectorAll('[data-copy]').forEach(button => {
  button.hidden = !navigator.clipboard;
  button.addEventListener('click', async () => {
    const status = button.parentElement.querySelector('[data-copied]');
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).value);
    status.textContent = status.dataset.copied;
  });
});
document.querySelectorAll('[data-again]').forEach(form => form.addEventListener('submit', () => setTimeout(() => {
  delete form.dataset.sent;
  form.querySelectorAll('[aria-busy]').forEach(button => button.removeAttribute('aria-busy'));
})));
document.querySelectorAll('input[name=to]').forEach(choice => choice.addEventListener('change', () => {
  choice.form.querySelector('details').open = choice.value === 'chosen';
}));
