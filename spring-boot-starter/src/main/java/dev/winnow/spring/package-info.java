/**
 * winnow in a Spring Boot application: properties define a rule pack, a universe and a screener; an edited pack is
 * reloaded, and requests are screened.
 */
@NullMarked
package dev.winnow.spring;

import org.jspecify.annotations.NullMarked;
