/** Readers of universe files: from trees of nodes to statements about projects, cities and chains. */
@NullMarked
package dev.winnow.model.internal.read;

import org.jspecify.annotations.NullMarked;
