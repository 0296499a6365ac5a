/** Records, replays and verifications as text and JSON. */
@NullMarked
package dev.winnow.records.internal.text;

import org.jspecify.annotations.NullMarked;
