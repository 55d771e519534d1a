// Finds exercises as you type; spark_tools/web/search.py does the same on the server.
'use strict';

const sparkSearch = {
  folded: { 'æ': 'ae', 'ø': 'oe', 'å': 'aa', 'é': 'e', 'ö': 'oe', 'ä': 'ae', 'ü': 'u' },

  fold(words) {
    const small = words.normalize('NFC').toLowerCase();
    return small.replace(/[æøåéöäü]/g, (letter) => this.folded[letter]).split(/\s+/).filter(Boolean).join(' ');
  },

  endings: ['ernes', 'erne', 'enes', 'ene', 'ers', 'er', 'ens', 'en', 'ets', 'et', 'es', 'e', 's'],

  // A folded word without its ending, where that leaves enough of it.
  stem(word) {
    const ending = this.endings.find((each) => word.endsWith(each) && word.length - each.length >= 4);
    return ending ? word.slice(0, -ending.length) : word;
  },

  // How well the fields answer the query, 0 being best; null where they do not.
  rank(query, fields) {
    let sum = 0;
    for (const word of this.fold(query).split(' ').filter(Boolean)) {
      const place = fields.findIndex((field) => field.includes(this.stem(word)));
      if (place < 0) return null;
      sum += place;
    }
    return sum;
  },
};

if (typeof module !== 'undefined') {
  module.exports = sparkSearch;
} else {
  const form = document.querySelector('form.find');
  const results = document.querySelector('#results');
  const told = document.querySelector('#told');
  const value = (name) => form.elements[name].value;

  const fits = (card) => {
    const { themes, functions, least } = card.dataset;
    const people = [...form.elements.participants.options].map((option) => option.value);
    const minutes = least.split(' ')[people.indexOf(value('participants'))];
    return (!value('theme') || themes === '*' || themes.split(' ').includes(value('theme')))
      && (!value('function') || functions.split(' ').includes(value('function')))
      && minutes !== '-' && (!value('minutes') || Number(minutes) <= Number(value('minutes')));
  };

  const find = () => {
    let count = 0;
    for (const group of results.querySelectorAll('.moment')) {
      const cards = [...group.querySelectorAll('.card')];
      for (const card of cards) {
        const fields = globalThis.sparkSearched[card.dataset.id];
        card.hidden = !fits(card) || sparkSearch.rank(value('q'), fields) === null;
        if (!card.hidden) count += 1;
      }
      group.hidden = cards.every((card) => card.hidden);
    }
    document.querySelector('#none').hidden = count > 0;
    const [nothing, one, many] = told.dataset.words.split('|');
    told.textContent = [nothing, one][count] ?? many.replace('0', count);
  };

  // A page that answers a question holds only what was found; the others come when needed.
  const all = async () => {
    if (!results.hasAttribute('data-answer')) return;
    const page = new DOMParser().parseFromString(
      await (await fetch(location.pathname)).text(), 'text/html');
    results.replaceChildren(...page.querySelector('#results').childNodes);
    results.removeAttribute('data-answer');
  };

  form.addEventListener('input', async () => {
    await all();
    find();
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    await all();
    find();
    document.querySelector('#found').focus();
  });
  if (location.protocol === 'file:' || document.body.dataset.served === 'no') {
    for (const [name, typed] of new URLSearchParams(location.search)) {
      if (form.elements[name]) form.elements[name].value = typed;
    }
    find();
  }
}
