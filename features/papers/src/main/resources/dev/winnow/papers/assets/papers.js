// Decision papers, letters, minutes, and the watch over recommendations on record, to download.

import {Refused, get, h, said, save, say} from './dom.js';

const FORMS = ['docx', 'html', 'md'];
const text = key => say('serve.decisions.papers.' + key);

const field = (label, control, hint) => h('div', {class: 'field'},
  h('label', {for: control.id}, label), control,
  hint ? h('p', {class: 'quiet', id: control.id + '-hint'}, hint) : null);

/** The current day of this machine, on which conditions are due. */
function today() {
  const now = new Date();
  const two = number => String(number).padStart(2, '0');
  return now.getFullYear() + '-' + two(now.getMonth() + 1) + '-' + two(now.getDate());
}

/**
 * The section in the page of decisions.
 *
 * @param pair returns the chosen project, city and day; the project and the city are empty before they are chosen
 * @param choosing the fields to choose them with; null if the page has them elsewhere
 * @param recorded whether there are records
 */
export function section(pair, choosing, recorded) {
  const to = h('select', {id: 'to'},
    ['applicant', 'city', 'register'].map(word => h('option', {value: word}, text('to.' + word))));
  const dated = h('input', {id: 'dated', type: 'date', value: today()});
  const reasons = h('textarea', {id: 'reasons', rows: 2, maxlength: 2000, 'aria-describedby': 'reasons-hint'});
  const from = h('input', {id: 'from', type: 'date'});
  const until = h('input', {id: 'until', type: 'date'});
  const notice = h('div', {id: 'papers-notice', role: 'status'});

  async function download(path, query, name) {
    notice.replaceChildren(say('serve.decisions.working'));
    try {
      const file = await get(path, query);
      save(name, file);
      notice.replaceChildren(say('serve.decisions.papers.saved', name));
    } catch (refused) {
      if (!(refused instanceof Refused)) {
        throw refused;
      }
      notice.replaceChildren(...said(refused.message));
    }
  }

  function ofPair(path, word, more, form) {
    const chosen = pair();
    if (!chosen.project || !chosen.city) {
      notice.replaceChildren(text('choose'));
      return;
    }
    const query = {project: chosen.project, city: chosen.city, form, ...more()};
    if (chosen.day) {
      query.day = chosen.day;
    }
    download(path, query, word + '-' + chosen.project + '-' + chosen.city + '.' + form);
  }

  /** Buttons that save a document in each form, named after the heading above them. */
  const buttons = (id, action) => h('p', {class: 'buttons'}, FORMS.map(form => {
    const save = id + '-' + form;
    return h('button', {type: 'button', id: save, 'aria-labelledby': save + ' ' + id, onclick: () => action(form)},
      say('serve.decisions.papers.save', form));
  }));

  const noMore = () => ({});
  const letter = () => ({
    to: to.value, dated: dated.value, ...(to.value === 'applicant' && reasons.value.trim() ? {reason: reasons.value} : {})});

  return h('section', {class: 'block', id: 'papers', 'aria-labelledby': 'papers-title'},
    h('h2', {id: 'papers-title'}, text('title')),
    choosing,
    h('h3', {id: 'paper'}, text('paper')),
    buttons('paper', form => ofPair('/api/paper', 'paper', noMore, form)),
    h('h3', {id: 'letter'}, text('letter')),
    h('div', {class: 'fields'}, field(text('to'), to), field(text('dated'), dated)),
    field(text('reasons'), reasons, text('reasons.hint')),
    buttons('letter', form => ofPair('/api/letter', 'letter-' + to.value, letter, form)),
    ...(recorded ? [
      h('h3', {id: 'minutes'}, text('minutes')),
      h('div', {class: 'fields'}, field(text('from'), from), field(text('until'), until)),
      buttons('minutes', form =>
        download('/api/minutes', {from: from.value, until: until.value, form}, 'minutes.' + form)),
      h('h3', {}, text('watch')),
      h('p', {class: 'buttons'},
        h('a', {href: '/decisions/watch?today=' + today(), target: '_blank', rel: 'noopener'}, text('watch.page')),
        h('button', {type: 'button', id: 'calendar', onclick: () =>
          download('/api/watch/calendar', {today: today()}, 'conditions.ics')}, text('calendar')))] : []),
    notice);
}
