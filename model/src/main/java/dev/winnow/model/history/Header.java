package dev.winnow.model.history;

import dev.winnow.model.value.Unit;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a universe says of itself; null for what it does not say. Money is in yuan unless it says otherwise. */
public record Header(
        @Nullable String name,
        @Nullable String title,
        @Nullable LocalDate asOf,
        boolean illustrative,
        Unit money,
        boolean ownIllustrative) {}
