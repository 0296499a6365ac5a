// Marks of lines with outcomes that no case shows. The list beside the editor says the same in words.

import {GutterMarker, RangeSet, StateEffect, StateField, gutter} from './codemirror.js';
import {h, say} from './dom.js';

class Uncovered extends GutterMarker {
  constructor(missing) {
    super();
    this.missing = missing;
  }

  eq(other) {
    return this.missing === other.missing;
  }

  toDOM() {
    return h('div', {class: 'cm-uncovered', title: say('serve.rules.effect.uncovered', this.missing)});
  }
}

const replaced = StateEffect.define();

const marks = StateField.define({
  create: () => RangeSet.empty,
  update: (set, change) => change.effects.reduce(
    (last, effect) => effect.is(replaced) ? effect.value : last, set.map(change.changes))
});

/** The gutter of the marks. */
export const coverage = [marks, gutter({class: 'cm-coverage', markers: view => view.state.field(marks)})];

/** Replaces the marks of a view by those of some lines. */
export function mark(view, lines) {
  const doc = view.state.doc;
  const inText = lines.filter(one => one.line < doc.lines).sort((a, b) => a.line - b.line);
  view.dispatch({effects: replaced.of(RangeSet.of(
    inText.map(one => new Uncovered(one.missing).range(doc.line(one.line + 1).from))))});
}
