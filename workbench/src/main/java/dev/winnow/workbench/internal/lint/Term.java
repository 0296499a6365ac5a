package dev.winnow.workbench.internal.lint;

import dev.winnow.language.internal.vocabulary.FactType.Kind;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.RatingLevels;
import dev.winnow.model.value.Unit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value in a condition, with a key that is equal for equal values.
 *
 * @param key the key
 * @param kind the kind of value
 * @param form the origin of the value
 * @param unit the unit; null unless it is a figure
 * @param constant the literal, or the limit's id; null for other forms
 * @param words the only words it may have; empty if unrestricted
 */
record Term(
        String key,
        Kind kind,
        Form form,
        @Nullable Unit unit,
        @Nullable String constant,
        List<String> words) {

    enum Form {
        /** A literal in the rule. */
        CONSTANT,
        /** The value of a limit. */
        LIMIT,
        /** A component of a fact. */
        COMPONENT,
        /** A count of rows. */
        COUNT,
        /** A sum over rows. */
        SUM,
        /** Computed from other values. */
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

    /** Returns the levels of a rating; null for other values. */
    @Nullable
    RatingLevels levels() {
        return unit == null || form != Form.COMPONENT ? null : unit.levels();
    }

    boolean isConstant() {
        return form == Form.CONSTANT || form == Form.LIMIT;
    }

    /** Whether its values are ordered: figures or days. */
    boolean isOrdered() {
        return kind == Kind.FIGURE || kind == Kind.DATE;
    }

    /**
     * Returns the number that the value certainly has; null if it is not certain.
     *
     * @param limits the values of limits by id
     */
    @Nullable
    Amount number(Map<String, Amount> limits) {
        if (kind != Kind.FIGURE || constant == null) {
            return null;
        }
        return form == Form.LIMIT ? limits.get(constant) : Amount.of(constant);
    }
}
