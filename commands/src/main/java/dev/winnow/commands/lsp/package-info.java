/** The language server: answers an editor by the Language Server Protocol. */
@NullMarked
package dev.winnow.commands.lsp;

import org.jspecify.annotations.NullMarked;
