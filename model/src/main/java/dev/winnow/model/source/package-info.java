/** Text with places: reads YAML and JSON files safely, and describes problems with their place and advice. */
@NullMarked
package dev.winnow.model.source;

import org.jspecify.annotations.NullMarked;
