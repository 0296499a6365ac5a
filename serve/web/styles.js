// The policy of the workbench allows no style elements, so the styles of CodeMirror are adopted by the document. Without a
// head, as here, style-mod does so by itself.
import {StyleModule as Original} from './node_modules/style-mod/src/style-mod.js';

const roots = new WeakMap();

function adopting(root) {
  if (!root.head) {
    return root;
  }
  if (!roots.has(root)) {
    roots.set(root, {
      ownerDocument: root,
      get adoptedStyleSheets() {
        return root.adoptedStyleSheets;
      },
      set adoptedStyleSheets(sheets) {
        root.adoptedStyleSheets = sheets;
      }
    });
  }
  return roots.get(root);
}

export class StyleModule extends Original {
  static mount(root, modules, options) {
    Original.mount(adopting(root), modules, options);
  }
}
