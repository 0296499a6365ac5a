/** Commands about winnow itself. */
@NullMarked
package dev.winnow.commands.help;

import org.jspecify.annotations.NullMarked;
