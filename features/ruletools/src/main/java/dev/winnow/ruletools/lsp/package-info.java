/** The language server: answers an editor by the Language Server Protocol. */
@NullMarked
package dev.winnow.ruletools.lsp;

import org.jspecify.annotations.NullMarked;
