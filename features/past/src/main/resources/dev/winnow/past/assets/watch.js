// The watch over recommendations on record: its page, and the calendar of conditions to download.

import {h, say, today} from './dom.js';

const text = key => say('serve.decisions.watch.' + key);

/** The section in the page of decisions; null without records. */
export function section({recorded, download}) {
  const notice = h('div', {id: 'watch-notice', role: 'status'});
  return recorded ? h('section', {class: 'block', id: 'watch', 'aria-labelledby': 'watch-title'},
    h('h2', {id: 'watch-title'}, text('title')),
    h('p', {class: 'buttons'},
      h('a', {href: '/decisions/watch?today=' + today(), target: '_blank', rel: 'noopener'}, text('page')),
      h('button', {type: 'button', id: 'calendar', onclick: () =>
        download('/api/watch/calendar', {today: today()}, 'conditions.ics', notice)}, text('calendar'))),
    notice) : null;
}
