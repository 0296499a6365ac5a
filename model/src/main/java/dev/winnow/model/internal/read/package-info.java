/** Readers of universe files: from a tree of nodes to what is said of projects, cities and chains. */
@NullMarked
package dev.winnow.model.internal.read;

import org.jspecify.annotations.NullMarked;
