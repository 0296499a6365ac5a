/** Commands about universes, tables and schemas. */
@NullMarked
package dev.winnow.commands.data;

import org.jspecify.annotations.NullMarked;
