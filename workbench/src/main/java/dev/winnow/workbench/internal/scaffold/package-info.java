/** New packs, criteria and rules, and the schemas of pack files. */
@NullMarked
package dev.winnow.workbench.internal.scaffold;

import org.jspecify.annotations.NullMarked;
