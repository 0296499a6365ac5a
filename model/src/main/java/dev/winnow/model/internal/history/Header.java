package dev.winnow.model.internal.history;

import dev.winnow.model.value.Unit;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The metadata of a universe; missing parts are null. Money is in yuan unless a currency is given. */
public record Header(
        @Nullable String name,
        @Nullable String title,
        @Nullable LocalDate asOf,
        boolean illustrative,
        Unit money,
        boolean ownIllustrative) {}
