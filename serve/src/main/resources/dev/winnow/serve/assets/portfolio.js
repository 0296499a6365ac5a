import {h} from './dom.js';

document.getElementById('view').append(h('p', {}, ''));
document.documentElement.dataset.ready = '';
