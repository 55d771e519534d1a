// Finds exercises as you type; spark_tools/web/search.py does the same on the server.
// The rules and the texts that are searched are in search-index.js.
'use strict';

const sparkSearch = {
  fold(words) {
    const { folded } = globalThis.sparkIndex;
    const small = words.normalize('NFC').toLowerCase();
    const plain = [...small].map((letter) => folded[letter] ?? letter).join('');
    return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
  },

  // A folded word without its ending, where that leaves enough of it.
  stem(word) {
    const { endings, shortestStem } = globalThis.sparkIndex;
    const fits = (each) => word.endsWith(each) && [...word].length - each.length >= shortestStem;
    const ending = endings.find(fits) ?? '';
    return word.slice(0, word.length - ending.length);
  },

  // What must be found: all but the small words, unless there is nothing else.
  stems(query) {
    const words = this.fold(query).split(' ').filter(Boolean);
    const telling = words.filter((word) => !globalThis.sparkIndex.smallWords.includes(word));
    return (telling.length ? telling : words).map((word) => this.stem(word));
  },

  // How well the fields answer the query, 0 being best; null where they do not.
  rank(query, fields) {
    let sum = 0;
    for (const word of this.stems(query)) {
      const short = [...word].length < globalThis.sparkIndex.shortestStem;
      const place = fields.findIndex((field) => (short ? ` ${field}`.includes(` ${word}`) : field.includes(word)));
      if (place < 0) return null;
      sum += place;
    }
    return sum;
  },
};

if (typeof module !== 'undefined') {
  module.exports = sparkSearch;
} else {
  const { exercises, themes } = globalThis.sparkIndex;
  const wishes = ['q', 'theme', 'function', 'minutes', 'participants'];
  const part = (name) => document.getElementById(name);
  const form = document.querySelector('form.find');
  const sizes = ['', ...form.dataset.people.split(' ')];
  const told = part('told');
  const cards = Object.keys(exercises).map((id) => document.querySelector(`.card[data-id="${id}"]`));

  const asked = () => Object.fromEntries(
    wishes.map((name) => [name, form.elements[name].value.trim()]).filter(([, value]) => value));

  const fits = (card, { theme, function: moment, minutes, participants = '' }) => {
    const { themes: itsThemes, functions, least } = card.dataset;
    const fewest = least.split(' ')[sizes.indexOf(participants)];
    return (!theme || itsThemes === '*' || itsThemes.split(' ').includes(theme))
      && (!moment || functions.split(' ').includes(moment))
      && fewest !== '-' && (!minutes || Number(fewest) <= Number(minutes));
  };

  // The cards that fit, the best first.
  const found = (query) => cards
    .map((card) => [sparkSearch.rank(query.q ?? '', exercises[card.dataset.id]), card])
    .filter(([rank, card]) => rank !== null && fits(card, query))
    .sort(([one], [other]) => one - other)
    .map(([, card]) => card);

  const counted = (words, count) => words.replace(/\d+/, count);

  const showThemes = (query) => {
    const about = (id) => query.q && sparkSearch.stems(query.q).length && sparkSearch.rank(query.q, themes[id]) !== null;
    for (const link of part('about').querySelectorAll('a')) link.hidden = !about(link.dataset.theme);
    part('about').hidden = !part('about').querySelector('a:not([hidden])');
  };

  const showLooser = (query) => {
    const [one, many] = part('none').querySelector('ul').dataset.words.split('|');
    for (const item of part('none').querySelectorAll('li')) {
      const { [item.dataset.wish]: given, ...others } = query;
      const count = given && Object.keys(others).length ? found(others).length : 0;
      item.hidden = !count;
      item.querySelector('a').href = `?${new URLSearchParams(others)}#told`;
      item.querySelector('span').textContent = count === 1 ? one : counted(many, count);
    }
  };

  // Shows what the form asks for; another number of people than those offered is the server's.
  const find = () => {
    const query = asked();
    if (!sizes.includes(query.participants ?? '')) return;
    const wanted = Object.keys(query).length > 0;
    const hits = wanted ? found(query) : [];
    part('answer').querySelector('.cards').append(...hits);
    for (const moment of part('all').children) {
      const here = cards.filter((card) => card.dataset.functions.split(' ')[0] === moment.id);
      moment.querySelector('.cards').append(...here.filter((card) => !hits.includes(card)));
    }
    part('answer').hidden = !wanted;
    part('all').hidden = wanted;
    part('none').hidden = hits.length > 0;
    showThemes(query);
    if (!hits.length) showLooser(query);
    const [nothing, one, many] = told.dataset.words.split('|');
    told.textContent = wanted ? [nothing, one][hits.length] ?? counted(many, hits.length) : '';
  };

  // The address says what is asked for, so that whoever comes back finds the same.
  const remember = () => {
    const search = String(new URLSearchParams(asked()));
    history.replaceState(null, '', search ? `?${search}` : location.pathname);
  };

  form.addEventListener('input', find);
  form.addEventListener('change', remember);
  form.addEventListener('submit', (event) => {
    if (!sizes.includes(form.elements.participants.value)) return;
    event.preventDefault();
    find();
    part('found').focus({ preventScroll: true });
    told.scrollIntoView();
    remember();
  });
  // A page from a disk has not read what it was asked for, and a browser fills in what was typed.
  for (const [name, typed] of new URLSearchParams(location.search)) {
    if (document.body.dataset.served === 'no' && wishes.includes(name)) form.elements[name].value = typed;
  }
  addEventListener('pageshow', () => {
    if (document.body.dataset.served === 'no' || Object.keys(asked()).length) find();
  });
}
