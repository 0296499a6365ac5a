// What the editor of the workbench uses of CodeMirror, and nothing else of it.
export {
  acceptCompletion, autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap, startCompletion
} from '@codemirror/autocomplete';
export {defaultKeymap, history, historyKeymap, indentWithTab} from '@codemirror/commands';
export {
  HighlightStyle, StreamLanguage, bracketMatching, indentOnInput, indentUnit, syntaxHighlighting
} from '@codemirror/language';
export {yaml} from '@codemirror/legacy-modes/mode/yaml';
export {forceLinting, lintGutter, lintKeymap, setDiagnostics} from '@codemirror/lint';
export {unifiedMergeView} from '@codemirror/merge';
export {highlightSelectionMatches, search, searchKeymap} from '@codemirror/search';
export {Annotation, Compartment, EditorSelection, EditorState, RangeSet, StateEffect, StateField} from '@codemirror/state';
export {
  Decoration, EditorView, GutterMarker, drawSelection, gutter, highlightActiveLine, highlightActiveLineGutter,
  hoverTooltip, keymap, lineNumbers
} from '@codemirror/view';
export {tags} from '@lezer/highlight';
