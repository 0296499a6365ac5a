/** Operations over HTTP and their description, independent of a web server. */
@NullMarked
package dev.winnow.web.internal;

import org.jspecify.annotations.NullMarked;
