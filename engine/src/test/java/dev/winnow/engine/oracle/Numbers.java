package dev.winnow.engine.oracle;

import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws figures in all forms that files allow. */
final class Numbers {

    private final Draw draw;
    private final Dates dates;
    private final Words words;
    /** Probability that a figure is not exact. */
    private final double open;

    Numbers(Draw draw, Dates dates, Words words, double open) {
        this.draw = draw;
        this.dates = dates;
        this.words = words;
        this.open = open;
    }

    /** One statement or several. */
    Object figure(Unit unit) {
        if (draw.chance(0.88)) {
            return statement(unit);
        }
        List<Object> statements = new ArrayList<>();
        for (int i = draw.upTo(1); i < 3; i++) {
            Map<String, Object> statement = dated(unit);
            if (statements.stream().anyMatch(one -> Spec.map(one).get("source") == statement.get("source"))) {
                statement.remove("source"); // a source states one value per day
            }
            statements.add(statement);
        }
        return statements;
    }

    private Object statement(Unit unit) {
        return draw.chance(0.75) ? text(unit) : dated(unit);
    }

    private Map<String, Object> dated(Unit unit) {
        Map<String, Object> statement = new LinkedHashMap<>();
        boolean bound = draw.chance(0.3);
        statement.put("value", bound ? words.write(number(unit), unit) : text(unit));
        if (bound) {
            statement.put(
                    "bound",
                    draw.one(
                            unit.levels() == null
                                    ? List.of("at-least", "at-most", "about", "exact")
                                    : List.of("at-least", "at-most", "exact")));
        }
        if (draw.chance(0.8)) {
            statement.put("asOf", dates.any().toString());
        }
        if (draw.chance(0.3)) {
            statement.put("source", draw.one(List.of("survey § 1", "register § 2")));
        }
        if (draw.chance(0.1)) {
            statement.put("hindsight", true);
        }
        return statement;
    }

    private String text(Unit unit) {
        String plain = words.write(number(unit), unit);
        if (!draw.chance(open)) {
            return plain;
        }
        return switch (draw.upTo(3)) {
            case 0 -> unit.isShare() && plain.matches("1|100 ?%") ? plain : "over " + plain; // no share is larger
            case 1 -> "at most " + plain;
            case 2 -> (unit.levels() == null ? "about " : "") + plain;
            default -> range(unit);
        };
    }

    private String range(Unit unit) {
        Amount one = number(unit);
        Amount other = number(unit);
        return Amount.min(one, other) + "-" + words.write(Amount.max(one, other), unit);
    }

    Amount number(Unit unit) {
        return draw.one(words.of(unit));
    }
}
