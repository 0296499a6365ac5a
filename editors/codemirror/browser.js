import { JSDOM } from 'jsdom';

// CodeMirror needs a page; this one has no layout, so nothing may depend on sizes.
const { window } = new JSDOM('<!doctype html><body></body>', { pretendToBeVisual: true });
for (const name of ['window', 'document', 'navigator', 'MutationObserver', 'Node', 'HTMLElement', 'DOMParser', 'getComputedStyle',
    'requestAnimationFrame', 'cancelAnimationFrame', 'Event', 'KeyboardEvent']) {
  Object.defineProperty(globalThis, name, { value: name === 'window' ? window : window[name], configurable: true });
}
window.Range.prototype.getClientRects = () => [];
window.Range.prototype.getBoundingClientRect = () => ({ left: 0, right: 0, top: 0, bottom: 0, width: 0, height: 0 });
