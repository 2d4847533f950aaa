// Everything works without this file except comfort; forms post as usual.
const all = (selector, from = document) => [...from.querySelectorAll(selector)];
const one = (selector, from = document) => from.querySelector(selector);

// The summary of a refused form is focused, so that it is read first.
if (one('#problems .notice')) one('#problems').focus();
all('[data-print]').forEach(button => button.addEventListener('click', () => print()));
// Dialogs: <button data-open="id">, closed by <form method="dialog">.
all('[data-open]').forEach(button => button.addEventListener('click', () => one('#' + button.dataset.open).showModal()));
// A form sends once, even when its button is pressed twice; one that only prints can be sent again.
const free = form => {
  delete form.dataset.sent;
  all('[aria-busy]', form).forEach(button => button.removeAttribute('aria-busy'));
};
document.addEventListener('submit', event => {
  if (event.defaultPrevented) return;
  if (event.target.dataset.sent) { event.preventDefault(); return; }
  event.target.dataset.sent = '1';
  event.submitter?.setAttribute('aria-busy', 'true');
  if (event.target.matches('[data-again]')) setTimeout(() => free(event.target));
});
addEventListener('pageshow', () => all('[data-sent]').forEach(free));
// Copies the field that the button names.
all('[data-copy]').forEach(button => {
  button.hidden = !navigator.clipboard;
  button.addEventListener('click', async () => {
    const status = one('[data-copied]', button.parentElement);
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).value);
    status.textContent = status.dataset.copied;
  });
});
