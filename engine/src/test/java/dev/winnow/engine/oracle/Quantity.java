package dev.winnow.engine.oracle;

import dev.winnow.model.Figure;
import dev.winnow.model.Unit;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a limit's value: an exact number with its unit. */
final class Quantity {

    private static final Pattern FORM = Pattern.compile("([0-9.,]+)\\s*(bn yuan|mn yuan|yuan|亿元|万元|%|)");

    private Quantity() {}

    static Figure read(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("the oracle cannot read the limit " + text);
        }
        BigDecimal number = new BigDecimal(matcher.group(1).replace(",", ""));
        return switch (matcher.group(2)) {
            case "bn yuan" -> money(number.movePointRight(3));
            case "mn yuan" -> money(number);
            case "yuan" -> money(number.movePointLeft(6));
            case "亿元" -> money(number.movePointRight(2));
            case "万元" -> money(number.movePointLeft(2));
            case "%" -> Figure.exactly(number.movePointLeft(2).doubleValue(), Unit.SHARE);
            default -> Figure.exactly(number.doubleValue(), Unit.NUMBER);
        };
    }

    private static Figure money(BigDecimal millions) {
        return Figure.exactly(millions.doubleValue(), Unit.MONEY);
    }
}
