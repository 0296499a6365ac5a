package dev.winnow.engine.oracle;

import java.time.LocalDate;

final class Dates {

    private static final LocalDate FIRST = LocalDate.of(2018, 1, 1);

    private final Draw draw;

    Dates(Draw draw) {
        this.draw = draw;
    }

    /** Mostly a day before today; few distinct days, so that some coincide. */
    LocalDate any() {
        if (draw.chance(0.06)) {
            return Words.TODAY.plusDays(1 + draw.upTo(400));
        }
        return draw.chance(0.4) ? LocalDate.of(2018 + draw.upTo(6), 1, 1) : past();
    }

    LocalDate past() {
        return draw.day(FIRST, Words.TODAY);
    }
}
