package dev.winnow.engine.oracle;

import dev.winnow.model.value.Figure;
import dev.winnow.model.value.RatingLevels;
import dev.winnow.model.value.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a limit's value: an exact number with its unit. */
final class Quantity {

    private static final Pattern FORM = Pattern.compile("([0-9.,]+)\\s*(bn|mn|)\\s*(.*)");

    private Quantity() {}

    static Figure read(String text, List<Unit> declared) {
        for (Unit unit : declared) {
            RatingLevels levels = unit.levels();
            for (int i = 0; levels != null && i < levels.levels().size(); i++) {
                if (levels.levels().get(i).others().contains(text.strip())) {
                    return Figure.exactly(levels.lowest() + i, unit);
                }
            }
        }
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("the oracle cannot read the limit " + text);
        }
        BigDecimal number = new BigDecimal(matcher.group(1).replace(",", ""));
        int places = matcher.group(2).isEmpty() ? -6 : matcher.group(2).equals("mn") ? 0 : 3;
        return switch (matcher.group(3)) {
            case "yuan" -> money(number.movePointRight(places), Unit.MONEY);
            case "USD" -> money(number.movePointRight(places), Unit.USD);
            case "亿元" -> money(number.movePointRight(2), Unit.MONEY);
            case "万元" -> money(number.movePointLeft(2), Unit.MONEY);
            case "%" -> Figure.exactly(number.movePointLeft(2), Unit.SHARE);
            case "" -> Figure.exactly(number, Unit.NUMBER);
            default ->
                declared.stream()
                        .map(unit -> Figure.exactly(number, unit))
                        .filter(figure -> figure.toString().endsWith(" " + matcher.group(3)))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("the oracle cannot read the limit " + text));
        };
    }

    private static Figure money(BigDecimal millions, Unit unit) {
        return Figure.exactly(millions, unit);
    }
}
