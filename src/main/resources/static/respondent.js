// Answering. Every answer is saved as it is given. With the server gone it waits in this browser, keyed by person and
// respondent, and goes in later. Without this file the buttons save the whole page.
const form = document.querySelector('[data-diagnosis]');
const file = document.querySelector('input[type=file][data-most]');

file?.addEventListener('change', () => {
  const tooLarge = [...file.files].some(one => one.size > Number(file.dataset.most));
  file.setCustomValidity(tooLarge ? file.dataset.large : '');
  file.reportValidity();
});

if (form) answering();

function answering() {
  const saved = form.querySelector('.saved');
  const words = document.getElementById('keeping');
  const csrf = document.querySelector('meta[name=csrf]').content;
  const key = `hoshimori.answers.${form.dataset.person}.${form.dataset.respondent}`;
  const questions = [...form.querySelectorAll('.question')];
  const asked = new Set(questions.map(question => question.id));
  const held = new Set(); // questions that wait for a decision or a correction, not for the server
  let busy = null;
  let pause = 0;
  let timer = 0;

  // A browser that keeps nothing (private mode) still saves at once.
  const memory = {};
  function waiting() {
    try { return JSON.parse(localStorage.getItem(key) ?? '{}'); } catch { return { ...memory }; }
  }
  function keep(answers) {
    try {
      if (Object.keys(answers).length) localStorage.setItem(key, JSON.stringify(answers));
      else localStorage.removeItem(key);
    } catch {
      Object.keys(memory).forEach(id => delete memory[id]);
      Object.assign(memory, answers);
    }
  }
  const put = (id, entry) => keep({ ...waiting(), [id]: entry });
  function drop(id) {
    const { [id]: _, ...rest } = waiting();
    keep(rest);
  }
  const same = (a, b) => a && b && a.answer === b.answer && a.notApplicable === b.notApplicable
    && (a.comment ?? '') === (b.comment ?? '');

  // What stands on the page at a question, and back.
  const radios = question => [...question.querySelectorAll('.choices input[type=radio]')];
  const none = question => question.querySelector(`[name="none-${question.id}"]`);
  const comment = question => question.querySelector('textarea');
  const read = question => ({
    answer: radios(question).find(radio => radio.checked)?.value ?? null,
    notApplicable: none(question).checked,
    comment: comment(question).value.trim().replaceAll('\r\n', '\n') || null,
  });
  function write(question, { answer, notApplicable, comment: text }) {
    radios(question).forEach(radio => { radio.checked = radio.value === answer; });
    none(question).checked = notApplicable;
    comment(question).value = text ?? '';
  }
  function revision(question, number) {
    question.dataset.revision = number;
    question.querySelector(`[name="seen-${question.id}"]`).value = number;
  }

  const clock = time => time.toLocaleTimeString('en-GB', { hour: 'numeric', minute: '2-digit', timeZone: 'Asia/Tokyo' });
  const hour = time => document.documentElement.lang === 'ja'
    ? clock(time).replace(/^0/, '').replace(':', '時') + '分' : clock(time);
  function show(state) {
    saved.dataset.state = state;
    saved.querySelector('[data-saved-text]').textContent = saved.dataset[state].replace('{0}', hour(new Date()));
  }

  function count() {
    const done = part => part.querySelectorAll('.question:has(.choices :checked)').length;
    form.querySelectorAll('[data-done]').forEach(e => { e.textContent = done(form); });
    if (form.hasAttribute('data-one')) return;
    form.querySelector('progress').value = done(form);
    form.querySelectorAll('[data-part]').forEach(e => {
      e.textContent = `${done(document.getElementById(e.dataset.part))} / ${e.dataset.of}`;
    });
    const open = questions.filter(question => !question.querySelector('.choices :checked'));
    const left = form.querySelector('[data-open-text]');
    left.textContent = open.length ? left.dataset.openText.replace('{0}', open.length) : left.dataset.noneText;
    const first = form.querySelector('[data-first-open]');
    if (!first) return;
    first.hidden = open.length === 0;
    if (open.length) {
      first.href = '#' + open[0].id;
      first.textContent = first.dataset.text.replace('{0}', number(open[0]));
    }
  }
  const number = question => question.querySelector('.no').lastChild.textContent;

  const trouble = question => document.getElementById('trouble-' + question.id);
  function say(question, kind, sentence) {
    const notice = words.querySelector(`[data-notice=${kind}]`).firstElementChild.cloneNode(true);
    notice.querySelector('[data-say]').textContent = sentence;
    trouble(question).replaceChildren(notice);
    return notice;
  }
  const stop = why => { form.querySelector(`[data-stopped=${why}]`).hidden = false; };

  // Two people on one answer: the second sees who said what, and chooses.
  function choose(question, theirs) {
    held.add(question.id);
    const label = radios(question).find(radio => radio.value === theirs.answer)?.nextElementSibling.textContent ?? '–';
    const notice = say(question, 'overtaken', words.dataset.label
      .replace('{0}', theirs.by).replace('{1}', hour(new Date(theirs.at))).replace('{2}', label));
    notice.querySelector('[data-comment]').textContent = theirs.comment ?? '';
    notice.addEventListener('click', ({ target }) => {
      const take = target.closest('[data-take]')?.dataset.take;
      if (!take) return;
      revision(question, theirs.revision);
      held.delete(question.id);
      trouble(question).replaceChildren();
      if (take === 'theirs') {
        write(question, theirs);
        drop(question.id);
        show('saved');
      } else {
        put(question.id, read(question));
        flush();
      }
      count();
      (question.querySelector('.choices :checked') ?? radios(question)[0]).focus();
    });
  }

  // Sends one answer. True when the next one can go.
  async function send(question) {
    const given = waiting()[question.id];
    const path = `/respondents/${form.dataset.respondent}/answers/${question.id}`;
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Requested-With': 'fetch', 'X-XSRF-TOKEN': csrf },
      body: JSON.stringify({ answer: given.answer, notApplicable: given.notApplicable, comment: given.comment,
        seenRevision: Number(question.dataset.revision) }),
    });
    if (response.status === 401 || response.status === 403) { stop('signed-out'); return false; }
    if (response.status >= 500 || !response.headers.get('Content-Type')?.includes('json')) {
      if (response.status < 500 && !response.ok) refuse(question, 'refused');
      return response.status < 500 && !response.ok;
    }
    const answer = await response.json();
    if (answer.state === 'saved') {
      revision(question, answer.revision);
      if (same(waiting()[question.id], given)) drop(question.id);
      trouble(question).replaceChildren();
    } else if (answer.state === 'closed') {
      stop('closed');
      return false;
    } else if (answer.state === 'overtaken') {
      // What we sent ourselves before the connection broke is no conflict.
      if (same(answer, given)) { revision(question, answer.revision); drop(question.id); } else choose(question, answer);
    } else {
      refuse(question, answer.state);
    }
    return true;
  }
  function refuse(question, state) {
    held.add(question.id);
    say(question, 'problem', (words.dataset[state] ?? words.dataset.refused).replace('{0}', number(question)));
    const notes = question.querySelector('.notes');
    if (state === 'reason' || state === 'long') notes.open = true;
  }

  const next = () => questions.find(question => asked.has(question.id) && !held.has(question.id) && waiting()[question.id]);
  // One after the other, so that two answers to one question never race. True when nothing waits any more.
  function flush() {
    busy ??= work().finally(() => { busy = null; });
    return busy;
  }
  async function work() {
    clearTimeout(timer);
    while (next()) {
      show('saving');
      let goOn = false;
      try { goOn = await send(next()); } catch { goOn = false; }
      if (!goOn) {
        show('waiting');
        pause = Math.min(60, pause * 2 || 2);
        if (form.querySelector('[data-stopped]:not([hidden])') === null) timer = setTimeout(flush, pause * 1000);
        return false;
      }
      pause = 0;
    }
    if (Object.keys(waiting()).some(id => asked.has(id))) show('waiting');
    else if (saved.dataset.state) show('saved');
    return held.size === 0;
  }

  function changed(question) {
    held.delete(question.id);
    trouble(question).replaceChildren();
    put(question.id, read(question));
    count();
    flush();
  }
  form.addEventListener('change', ({ target }) => {
    const question = target.closest('.question');
    if (!question || target.name?.startsWith('theirs-')) return;
    if (target === none(question) && target.checked) {
      radios(question).forEach(radio => { radio.checked = radio.value === 'implemented'; });
      if (!comment(question).value.trim()) { comment(question).focus(); count(); return; }
    }
    if (target.type === 'radio') none(question).checked = false;
    changed(question);
  });
  // A comment is kept while it is typed, and sent when the hand rests.
  let rest = 0;
  form.addEventListener('input', ({ target }) => {
    const question = target.closest('.question');
    if (target.tagName !== 'TEXTAREA' || !question) return;
    put(question.id, read(question));
    clearTimeout(rest);
    rest = setTimeout(() => changed(question), 1500);
  });

  // The buttons that lead on wait until everything is in; what cannot go in stays here, with the reason.
  let through = false;
  form.addEventListener('submit', async event => {
    if (through) return;
    event.preventDefault();
    const { submitter } = event;
    submitter?.setAttribute('aria-busy', 'true');
    clearTimeout(rest);
    questions.filter(question => held.has(question.id)).forEach(question => held.delete(question.id));
    questions.filter(question => waiting()[question.id]).forEach(question => put(question.id, read(question)));
    await busy;
    const all = await flush();
    submitter?.removeAttribute('aria-busy');
    // Not in the same breath: a form that is being submitted ignores another submit.
    if (all) { setTimeout(() => { through = true; form.requestSubmit(submitter); }); return; }
    form.querySelector('.trouble .notice')?.scrollIntoView({ block: 'center' });
  }, true);
  addEventListener('pageshow', () => { through = false; });

  // Keyboard: 1 to 4 choose, Enter goes on; only inside a question and never while somebody types.
  form.addEventListener('keydown', event => {
    const { target } = event;
    const question = target.closest('.question');
    if (!question || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (target.matches('textarea, select, input:not([type=radio], [type=checkbox])')) return;
    const radio = /^[1-9]$/.test(event.key) ? radios(question)[Number(event.key) - 1] : null;
    if (radio) {
      event.preventDefault();
      radio.checked = true;
      radio.focus();
      radio.dispatchEvent(new Event('change', { bubbles: true }));
    } else if (event.key === 'Enter' && target.matches('input')) {
      event.preventDefault();
      const following = questions[questions.indexOf(question) + 1];
      if (following) {
        (following.querySelector('.choices :checked') ?? radios(following)[0]).focus({ preventScroll: true });
        following.scrollIntoView({ block: 'start' });
      } else {
        form.querySelector('[data-next], #done .button')?.focus();
      }
    }
  });

  // Which part one is in.
  const links = [...form.querySelectorAll('.contents a')];
  const seen = new IntersectionObserver(entries => entries.filter(entry => entry.isIntersecting).forEach(entry => {
    links.forEach(link => {
      if (link.hash === '#' + entry.target.id) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    });
  }), { rootMargin: '-25% 0px -70% 0px' });
  form.querySelectorAll('section[id^=part-]').forEach(part => seen.observe(part));

  form.querySelectorAll('[data-plain]').forEach(button => { button.hidden = true; });
  if (!form.querySelector('.trouble .notice')) {
    questions.forEach(question => {
      const entry = waiting()[question.id];
      if (entry) write(question, entry);
    });
  }
  count();
  addEventListener('online', () => { pause = 0; flush(); });
  flush();
}
