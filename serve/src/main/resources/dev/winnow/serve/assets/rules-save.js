// Saving: the changes are shown first; files that changed on disk meanwhile are settled before.

import {EditorState, EditorView, syntaxHighlighting, unifiedMergeView} from './codemirror.js';
import {changed, get, h, post, save as download, said, say} from './dom.js';
import * as editor from './editor.js';
import {dialog} from './rules-dialog.js';
import {arrived, operate, publish} from './rules-draft.js';
import {refresh} from './rules-files.js';
import {colours, languageOf} from './rules-language.js';
import {phrases} from './rules-phrases.js';

let errors = 0;

document.addEventListener('checked', event => {
  errors = event.detail.problems.filter(one => one.severity === 'ERROR').length;
});

function difference(name, before, after, editable) {
  const parent = h('div', {class: 'difference'});
  const view = new EditorView({parent, state: EditorState.create({
    doc: after,
    extensions: [
      languageOf(name), syntaxHighlighting(colours), EditorState.phrases.of(phrases), EditorView.lineWrapping,
      EditorView.contentAttributes.of({'aria-label': say('serve.rules.difference', name), tabindex: '0'}),
      editable ? [] : [EditorState.readOnly.of(true)],
      unifiedMergeView({
        original: before, mergeControls: editable, highlightChanges: true, gutter: true,
        collapseUnchanged: {margin: 3, minSize: 6}})]})});
  return {parent, text: () => view.state.doc.toString()};
}

function changeOf(one) {
  return h(
    'section', {}, h('h3', {}, h('code', {}, one.name), one.before === null ? ' ' + say('serve.rules.created') : ''),
    difference(one.name, one.before ?? '', one.after, false).parent);
}

/** Writes the changes that were shown. */
async function write(digest, report) {
  const saved = await post('/api/rules/save', {digest});
  await editor.reload(editor.opened());
  publish(await get('/api/rules/problems'));
  await refresh();
  changed();
  report(saved.kept === null
    ? say('serve.rules.saved', saved.files.length)
    : say('serve.rules.savedbut', saved.files.length, saved.kept));
}

async function downloadChanged() {
  download('rules.zip', await get('/api/rules/edited.zip'));
}

function confirm(plan, report) {
  const content = [
    plan.refusal === null ? null : h('p', {class: 'notice'}, ...said(plan.refusal)),
    errors === 0 ? null : h('p', {class: 'notice'}, say('serve.rules.saveproblems', errors)), ...plan.changes.map(changeOf)];
  const downloading = {text: say('serve.rules.download'), run: downloadChanged};
  dialog(
    say('serve.rules.savetitle', plan.changes.length), content,
    plan.refusal === null
      ? [{text: say('serve.rules.save'), run: () => write(plan.digest, report)}, downloading]
      : [downloading]);
}

/** Lets the user keep his text, take the one on disk, or merge both, for one file after another. */
function settle(one, after) {
  const merged = one.theirs === null ? null : difference(one.name, one.theirs, one.merged, true);
  const keep = text => async () => {
    await operate('/api/rules/settle', {name: one.name, text: text(), digest: one.digest});
    await editor.reload([one.name]);
    await after();
  };
  const takeTheirs = async () => {
    await operate('/api/rules/discard', {names: [one.name]});
    await editor.reload([one.name]);
    await after();
  };
  dialog(
    say('serve.rules.conflicttitle', one.name),
    [
      h('p', {}, say(one.theirs === null ? 'serve.rules.removed' : 'serve.rules.changedondisk')),
      one.overlaps > 0 ? h('p', {class: 'notice'}, say('serve.rules.overlaps', one.overlaps)) : null,
      merged === null ? null : h('p', {class: 'quiet'}, say('serve.rules.merging')), merged?.parent],
    [
      ...(merged === null ? [] : [{text: say('serve.rules.keepmerged'), run: keep(merged.text)}]),
      {text: say('serve.rules.keepmine'), run: keep(() => one.mine)},
      {text: say('serve.rules.taketheirs'), run: takeTheirs}]);
}

/** Opens the dialog of saving; `report` shows the outcome in the bar. */
export async function save(report) {
  await arrived();
  const plan = await get('/api/rules/plan');
  if (plan.conflicts.length > 0) {
    settle(plan.conflicts[0], () => save(report));
  } else if (plan.changes.length === 0) {
    report(say('serve.rules.nothing'));
  } else {
    confirm(plan, report);
  }
}
