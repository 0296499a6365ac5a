package dev.winnow.report.sheets;

import dev.winnow.model.value.Figure;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The ends of a figure as numbers; money in millions, a share from 0 to 1. */
final class FigureEnds {

    private FigureEnds() {}

    static @Nullable BigDecimal low(@Nullable Figure figure) {
        return figure == null ? null : BigDecimal.valueOf(figure.low());
    }

    /** Null also where there is no upper end. */
    static @Nullable BigDecimal high(@Nullable Figure figure) {
        return figure == null || Double.isInfinite(figure.high()) ? null : BigDecimal.valueOf(figure.high());
    }
}
