/** Commands that screen, ask about missing facts and read answers. */
@NullMarked
package dev.winnow.commands.screening;

import org.jspecify.annotations.NullMarked;
