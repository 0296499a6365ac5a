package dev.winnow.model.internal.assumption;

import dev.winnow.model.value.Figure;

/** The content of an assumption, which takes the place of an unknown value. */
public sealed interface Filling {

    /**
     * A value, as in a record.
     *
     * @param value a figure, a text, a list of texts, a date, or true or false
     */
    record Value(Object value) implements Filling {}

    /**
     * A share or multiple of another figure of the same subject; it applies only where that figure is known.
     *
     * @param of the component with the other figure
     * @param part the share or multiple
     */
    record ShareOf(String of, Figure part) implements Filling {}

    /** No value: the fact stays unknown, and other assumptions about it are not tried. */
    record StaysUnknown() implements Filling {}

    /** The assumption that a list is complete as written. */
    record NothingUnlisted() implements Filling {}
}
