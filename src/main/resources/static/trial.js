// お試し: each answer is saved as it is given. Without this file the whole form is sent at the end.
const trial = document.querySelector('[data-trial]');
const state = document.querySelector('.saved');
const token = document.querySelector('meta[name=csrf]').content;

function show(word) {
  state.dataset.state = word;
  const time = new Date().toLocaleTimeString(document.documentElement.lang, { hour: 'numeric', minute: '2-digit' });
  state.querySelector('[data-saved-text]').textContent = state.dataset[word].replace('{0}', time);
}

function count() {
  const done = part => part.querySelectorAll('.question:has(:checked)').length;
  document.querySelector('[data-done]').textContent = done(trial);
  trial.querySelector('progress').value = done(trial);
  trial.querySelectorAll('[data-part]').forEach(e => {
    e.textContent = `${done(document.getElementById(e.dataset.part))} / ${e.dataset.of}`;
  });
}

async function save(question, answer) {
  show('saving');
  try {
    const response = await fetch('/try/answers/' + question, {
      method: 'POST',
      body: new URLSearchParams({ _csrf: token, answer }),
    });
    show(response.ok ? 'saved' : 'waiting');
  } catch {
    show('waiting');
  }
}

// One after the other: the first answer starts the attempt, and the next ones must carry its cookie.
let last = Promise.resolve();
trial.addEventListener('change', ({ target }) => {
  count();
  last = last.then(() => save(target.name, target.value));
});
count();
