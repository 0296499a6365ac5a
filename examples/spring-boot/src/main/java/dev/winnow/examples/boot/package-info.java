/** A REST service that screens the projects of a request. */
@NullMarked
package dev.winnow.examples.boot;

import org.jspecify.annotations.NullMarked;
