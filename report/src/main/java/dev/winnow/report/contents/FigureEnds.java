package dev.winnow.report.contents;

import dev.winnow.model.value.Figure;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The ends of a figure as numbers; money in millions, a share from 0 to 1. */
final class FigureEnds {

    private FigureEnds() {}

    static @Nullable BigDecimal low(@Nullable Figure figure) {
        return figure == null ? null : figure.low().decimal();
    }

    /** Null also where there is no upper end. */
    static @Nullable BigDecimal high(@Nullable Figure figure) {
        return figure == null || figure.high().isUnbounded()
                ? null
                : figure.high().decimal();
    }
}
