package dev.winnow.model.domain;

import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.Lists;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of a city's list that a vocabulary declares. Rules match it by the name of its type: {@code Talent( field ==
 * "process" )}.
 *
 * @param type the name of its type in rules: {@code Talent}
 * @param city the city; null in the unwritten row, which stands for the rows missing from an incomplete list
 * @param values the values of its properties
 * @param evidence the origin of the row
 */
public record DeclaredRow(
        String type,
        @Nullable String city,
        DeclaredValues values,
        @Nullable Evidence evidence) {

    public DeclaredRow {
        Lists.require(type, "type");
        Objects.requireNonNull(values, "values");
    }

    /** {@return whether this row stands for the rows missing from an incomplete list} */
    public boolean isUnwritten() {
        return city == null;
    }

    /**
     * {@return the value of a property; null if it is unknown or not declared}
     *
     * @param name the name of the property
     */
    public @Nullable Object get(String name) {
        return values.get(name);
    }

    /** {@return a builder of a row of a declared list, for a city that is built in code} */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a row of a declared list. {@code set} states its facts. */
    public static final class Builder extends EntryBuilder<Builder> {

        private Builder() {
            super("row");
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
