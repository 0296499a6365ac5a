package dev.winnow.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a universe says of itself; null for what it does not say. */
record Header(
        @Nullable String name,
        @Nullable String title,
        @Nullable LocalDate asOf,
        boolean illustrative,
        boolean ownIllustrative) {}
