/** Declarations of documents: their keys, from which follow reading with placed messages, JSON Schema, and completion in editors. */
@NullMarked
package dev.winnow.model.internal.declared;

import org.jspecify.annotations.NullMarked;
