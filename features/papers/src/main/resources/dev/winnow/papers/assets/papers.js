// Decision papers, letters and minutes, to download.

import {h, say, today} from './dom.js';

const FORMS = ['docx', 'html', 'md'];
const text = key => say('serve.decisions.papers.' + key);

const field = (label, control, hint) => h('div', {class: 'field'},
  h('label', {for: control.id}, label), control,
  hint ? h('p', {class: 'quiet', id: control.id + '-hint'}, hint) : null);

/** The section in the page of decisions. */
export function section({pair, choosing, recorded, download}) {
  const to = h('select', {id: 'to'},
    ['applicant', 'city', 'register'].map(word => h('option', {value: word}, text('to.' + word))));
  const dated = h('input', {id: 'dated', type: 'date', value: today()});
  const reasons = h('textarea', {id: 'reasons', rows: 2, maxlength: 2000, 'aria-describedby': 'reasons-hint'});
  const from = h('input', {id: 'from', type: 'date'});
  const until = h('input', {id: 'until', type: 'date'});
  const notice = h('div', {id: 'papers-notice', role: 'status'});

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
    download(path, query, word + '-' + chosen.project + '-' + chosen.city + '.' + form, notice);
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
        download('/api/minutes', {from: from.value, until: until.value, form}, 'minutes.' + form, notice))] : []),
    notice);
}
