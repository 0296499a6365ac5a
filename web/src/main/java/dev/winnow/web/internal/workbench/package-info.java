/** The work of a user in the browser, and the parts that show it: the frame of the workbench, which features extend. */
@NullMarked
package dev.winnow.web.internal.workbench;

import org.jspecify.annotations.NullMarked;
