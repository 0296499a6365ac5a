// The frame of the view: the editor, and beside it the effects of the edits.

import {h, say} from './dom.js';

export const editor = h('section', {id: 'editor', 'aria-label': say('serve.rules.editor')});
export const effects = h('section', {id: 'effects', 'aria-label': say('serve.rules.effects')});
document.getElementById('view').append(editor, effects);
document.documentElement.dataset.live = '';
document.documentElement.dataset.ready = '';
