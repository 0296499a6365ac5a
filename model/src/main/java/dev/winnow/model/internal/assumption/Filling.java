package dev.winnow.model.internal.assumption;

import dev.winnow.model.value.Figure;

/** What an assumption puts in the place of what is unknown. */
public sealed interface Filling {

    /**
     * A value as a record holds it.
     *
     * @param value a figure, a text, a list of texts, a date, or true or false
     */
    record Value(Object value) implements Filling {}

    /**
     * A share, or a multiple, of another figure of the same subject; nothing where that figure is unknown.
     *
     * @param of the component that holds the other figure
     * @param part the share or multiple
     */
    record ShareOf(String of, Figure part) implements Filling {}

    /** Nothing: the fact stays unknown, whatever other assumptions say. */
    record StaysUnknown() implements Filling {}

    /** A list holds what is written, and nothing else. */
    record NothingUnlisted() implements Filling {}
}
