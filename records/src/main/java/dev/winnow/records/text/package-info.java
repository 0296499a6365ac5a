/** Records, replays and verifications as text and JSON. */
@NullMarked
package dev.winnow.records.text;

import org.jspecify.annotations.NullMarked;
