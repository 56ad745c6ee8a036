/* Practice, one question after another; without script its form is one long sheet, and the next page says what was right.

   <form data-practice="KEY">        what was answered is kept under KEY in this browser until it is handed in
     <fieldset data-question>        [data-options] holds what may be chosen; [data-why=VALUE OF THE RIGHT ONE] is shown when
                                     it was checked, with one of [data-right] and [data-wrong]
     [data-choose] [data-check] [data-next] [data-hand-in]
   <div data-practised hidden>       shown when an outbox took the form; [data-right-answers] says how many were right
   <template data-said="{right} of {of}"> */
(() => {
  'use strict';

  const form = document.querySelector('form[data-practice]');
  if (!form) return;
  const part = (name, within = form) => within.querySelector(`[data-${name}]`);
  const questions = [...form.querySelectorAll('[data-question]')];
  const [choose, check, next, handIn] = ['choose', 'check', 'next', 'hand-in'].map((name) => part(name));
  const key = `practice ${form.dataset.practice}`;
  const chosen = (question) => question.querySelector('input[type=radio]:checked');
  const isChecked = (question) => !part('why', question).hidden;
  const isRight = (question) => chosen(question)?.value === part('why', question).dataset.why;
  let place = 0;

  // A browser may forbid the store; then nothing is kept when the page is left.
  function store(act) {
    try {
      return act(localStorage);
    } catch {
      return null;
    }
  }

  function keep() {
    const answers = questions.filter(isChecked).flatMap((question) =>
      [...question.querySelectorAll('input:checked')].map(({ name, value }) => [name, value]));
    store((storage) => storage.setItem(key, JSON.stringify(answers)));
  }

  // Whoever saw the reasons answers no more: the options stay as they are, and are sent as they are.
  function reveal(question) {
    part('options', question).inert = true;
    const why = part('why', question);
    why.hidden = false;
    part('right', why).hidden = !isRight(question);
    part('wrong', why).hidden = isRight(question);
    return why;
  }

  function show() {
    const [question, isLast] = [questions[place], place === questions.length - 1];
    questions.forEach((one) => { one.hidden = one !== question; });
    const checked = isChecked(question);
    choose.hidden = true;
    check.hidden = checked;
    next.hidden = !checked || isLast;
    // Whoever has no more time hands in what they have.
    handIn.hidden = !questions.some(isChecked);
    handIn.firstElementChild.classList.toggle('secondary', !(checked && isLast));
    return question;
  }

  check.addEventListener('click', () => {
    const question = questions[place];
    choose.hidden = Boolean(chosen(question));
    if (!choose.hidden) return;
    const why = reveal(question);
    keep();
    show();
    why.focus();
  });

  next.addEventListener('click', () => {
    place += 1;
    show().querySelector('input').focus();
  });

  // The outbox empties a form that it took.
  form.addEventListener('reset', () => {
    const [done, answered] = [document.querySelector('[data-practised]'), questions.filter(chosen)];
    const said = document.querySelector('template[data-said]').dataset.said;
    const counts = { right: answered.filter(isRight).length, of: answered.length };
    part('right-answers', done).textContent = said.replace(/{(\w+)}/g, (whole, name) => counts[name] ?? whole);
    store((storage) => storage.removeItem(key));
    form.hidden = true;
    done.hidden = false;
    done.focus();
  });

  for (const [name, value] of JSON.parse(store((storage) => storage.getItem(key)) ?? '[]')) {
    const input = form.querySelector(`input[name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]`);
    if (input) input.checked = true;
    if (input?.type === 'radio') reveal(input.closest('[data-question]'));
  }
  place = Math.max(0, questions.findIndex((question) => !isChecked(question)));
  if (questions.every(isChecked)) place = questions.length - 1;
  show();
})();
