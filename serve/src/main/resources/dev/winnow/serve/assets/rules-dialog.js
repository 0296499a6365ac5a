// Dialogs of the view. Escape closes each, and the focus returns to where it was.

import {h, said, say} from './dom.js';

let number = 0;

/**
 * Opens a dialog. A button's action may return a promise; the dialog stays open if that is refused, and shows why.
 *
 * @param buttons texts with their actions; the first is the one for Enter
 */
export function dialog(title, content, buttons) {
  const id = 'dialog-' + ++number;
  const alert = h('p', {class: 'refusal', role: 'alert'});
  let acting = false;
  const act = async action => {
    if (acting) {
      return;
    }
    acting = true;
    alert.textContent = '';
    try {
      await action();
      box.close();
    } catch (refused) {
      alert.replaceChildren(...said(refused.message));
    } finally {
      acting = false;
    }
  };
  const form = h(
    'form', {method: 'dialog', onsubmit: event => {
      event.preventDefault();
      act(buttons[0].run);
    }},
    content, alert,
    h('p', {class: 'buttons'},
      buttons.map((one, i) => h(
        'button', {type: i === 0 ? 'submit' : 'button', ...(i === 0 ? {} : {onclick: () => act(one.run)})}, one.text)),
      h('button', {type: 'button', onclick: () => box.close()}, say('serve.rules.cancel'))));
  const box = h('dialog', {'aria-labelledby': id, onclose: () => box.remove()}, h('h2', {id}, title), form);
  document.body.append(box);
  box.showModal();
  return box;
}
