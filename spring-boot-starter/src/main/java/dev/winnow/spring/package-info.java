/**
 * winnow in a Spring Boot application: a rule pack, a universe and a screener from properties, the pack read anew when it
 * is edited, and requests screened.
 */
@NullMarked
package dev.winnow.spring;

import org.jspecify.annotations.NullMarked;
