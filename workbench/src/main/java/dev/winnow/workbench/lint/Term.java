package dev.winnow.workbench.lint;

import dev.winnow.language.vocabulary.FactType.Kind;
import dev.winnow.model.value.Unit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value that a rule speaks of, under a name that is the same wherever the value is the same.
 *
 * @param key its name
 * @param kind what sort of value
 * @param form how it comes about
 * @param unit what it counts; null unless it is a figure
 * @param constant the text, flag or number itself, or the limit's id; null for all else
 * @param words the only words it may be; empty if it may be any
 */
record Term(
        String key,
        Kind kind,
        Form form,
        @Nullable Unit unit,
        @Nullable String constant,
        List<String> words) {

    enum Form {
        /** Written in the rule. */
        CONSTANT,
        /** The value of a limit. */
        LIMIT,
        /** A component of a fact. */
        COMPONENT,
        /** How many there are. */
        COUNT,
        /** A sum over rows. */
        SUM,
        /** Worked out of others. */
        COMPUTED
    }

    static Term text(String text) {
        return new Term("\"" + text, Kind.TEXT, Form.CONSTANT, null, text, List.of());
    }

    static Term flag(boolean flag) {
        return new Term("\"" + flag, Kind.FLAG, Form.CONSTANT, null, String.valueOf(flag), List.of());
    }

    static Term number(String digits) {
        return new Term("number " + digits, Kind.FIGURE, Form.CONSTANT, Unit.NUMBER, digits, List.of());
    }

    static Term count(String key) {
        return new Term(key, Kind.FIGURE, Form.COUNT, Unit.NUMBER, null, List.of());
    }

    boolean isConstant() {
        return form == Form.CONSTANT || form == Form.LIMIT;
    }

    /** Whether it is compared by size: a figure or a day. */
    boolean isOrdered() {
        return kind == Kind.FIGURE || kind == Kind.DATE;
    }

    /**
     * The number it is; null if that is not certain.
     *
     * @param limits the values of limits, by id
     */
    @Nullable
    Double number(Map<String, Double> limits) {
        if (kind != Kind.FIGURE || constant == null) {
            return null;
        }
        return form == Form.LIMIT ? limits.get(constant) : Double.valueOf(constant);
    }
}
