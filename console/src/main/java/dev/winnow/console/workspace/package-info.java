/** Workspaces: folders whose work page and command line share. */
@NullMarked
package dev.winnow.console.workspace;

import org.jspecify.annotations.NullMarked;
