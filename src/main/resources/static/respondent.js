// 診断: every answer is saved as it is given. With the server gone it waits in this browser, keyed by respondent, and goes in later.
const form = document.querySelector('[data-diagnosis]');
const saved = document.querySelector('.saved');
const csrf = document.querySelector('meta[name=csrf]').content;
const key = 'hoshimori.answers.' + form.dataset.respondent;
const waiting = () => JSON.parse(localStorage.getItem(key) ?? '{}');
const keep = answers => Object.keys(answers).length
  ? localStorage.setItem(key, JSON.stringify(answers))
  : localStorage.removeItem(key);

function show(state) {
  saved.dataset.state = state;
  const time = new Date().toLocaleTimeString(document.documentElement.lang, { hour: 'numeric', minute: '2-digit' });
  saved.querySelector('[data-saved-text]').textContent = saved.dataset[state].replace('{0}', time);
}

function count() {
  const done = part => part.querySelectorAll('.question:has(:checked)').length;
  document.querySelector('[data-done]').textContent = done(form);
  form.querySelector('progress').value = done(form);
  form.querySelectorAll('[data-part]').forEach(e => {
    e.textContent = `${done(document.getElementById(e.dataset.part))} / ${e.dataset.of}`;
  });
}

async function send(question) {
  const given = waiting()[question];
  if (!given) return;
  show('saving');
  const field = document.getElementById(question);
  try {
    const response = await fetch(`/respondents/${form.dataset.respondent}/answers/${question}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': csrf, 'X-Requested-With': 'fetch' },
      body: JSON.stringify({ ...given, seenRevision: Number(field.dataset.revision) }),
    });
    if (response.ok) {
      field.dataset.revision = (await response.json()).revision;
      const answers = waiting();
      delete answers[question];
      keep(answers);
      show('saved');
    } else {
      show('waiting');
    }
  } catch {
    show('waiting');
  }
}

form.addEventListener('change', ({ target }) => {
  const question = target.closest('.question').id;
  keep({ ...waiting(), [question]: { answer: target.value, notApplicable: false, comment: null } });
  count();
  send(question);
});
const flush = () => Object.keys(waiting()).forEach(send);
addEventListener('online', flush);
setInterval(flush, 5000);
flush();
