// Opens the plan that a link carries, and copies links; the page does without it.
'use strict';

const planForm = document.querySelector('#plan-form');

// What stands after # in a link, where that is a plan and not a place on the page.
const carried = () => new URLSearchParams(location.hash.includes('=') ? location.hash.slice(1) : '');

// Sends what a link carries as if it had been filled in; the address forgets it first, so
// that going back does not send it again.
const send = (pairs) => {
  const sent = document.createElement('form');
  sent.method = 'post';
  sent.action = planForm.action;
  for (const [name, value] of pairs) {
    const field = document.createElement('input');
    field.type = 'hidden';
    field.name = name;
    field.value = value;
    sent.append(field);
  }
  history.replaceState(null, '', location.pathname);
  document.body.append(sent);
  sent.submit();
};

const openWhatIsCarried = () => {
  const pairs = [...carried()];
  if (pairs.length) send(pairs);
};

const copyButton = document.querySelector('[data-copies]');
if (copyButton) {
  const link = document.getElementById(copyButton.dataset.copies);
  const told = document.querySelector('[data-copied]');
  copyButton.hidden = !navigator.clipboard;
  copyButton.addEventListener('click', async () => {
    await navigator.clipboard.writeText(link.href);
    told.textContent = told.dataset.copied;
  });
}

const changedPart = document.querySelector('#changed');
if (changedPart && location.hash === '#changed') changedPart.focus({ preventScroll: true });

if (planForm) {
  openWhatIsCarried();
  window.addEventListener('hashchange', openWhatIsCarried);
}
