/** New packs, criteria and rules, and the schemas of pack files. */
@NullMarked
package dev.winnow.workbench.scaffold;

import org.jspecify.annotations.NullMarked;
