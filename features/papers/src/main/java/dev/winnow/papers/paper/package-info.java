/** The decision paper: a document of two pages for a committee. */
@NullMarked
package dev.winnow.papers.paper;

import org.jspecify.annotations.NullMarked;
