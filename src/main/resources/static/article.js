// 5か条: a line is saved as soon as it changes, one after the other. Without this file its button does the same.
let queue = Promise.resolve();
const keep = form => { queue = queue.then(() => send(form)); };

function say(form, state) {
  const saved = form.querySelector('.saved');
  saved.dataset.state = state;
  saved.textContent = saved.dataset[state];
}

// The answer is the whole page: after a saving the parts that depend on it are taken over, after a refusal the line itself.
async function send(form) {
  say(form, 'saving');
  try {
    const response = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const line = page.querySelector(`[data-keep="${form.dataset.keep}"]`);
    if (!line) throw new Error('not the page');
    if (!response.ok) {
      line.classList.add('by-script');
      form.replaceWith(line);
      line.querySelector('.notice, [aria-invalid]')?.focus();
      return;
    }
    form.elements.seenRevision.value = line.elements.seenRevision.value;
    document.querySelectorAll('[data-fresh]').forEach(old => {
      const fresh = page.getElementById(old.id);
      if (fresh) old.replaceWith(fresh);
    });
    say(form, 'saved');
  } catch {
    say(form, 'failed');
  }
}

document.querySelectorAll('[data-keep]').forEach(form => form.classList.add('by-script'));
document.addEventListener('change', ({ target }) => {
  const form = target.closest('[data-keep]');
  if (form) keep(form);
});
document.addEventListener('submit', event => {
  if (!event.target.matches('[data-keep]')) return;
  event.preventDefault();
  keep(event.target);
}, true);
