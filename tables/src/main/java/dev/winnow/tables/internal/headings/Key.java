package dev.winnow.tables.internal.headings;

import dev.winnow.model.internal.read.Property;
import dev.winnow.model.universe.EntryKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The target of a column: a value of a property, or its source, date, note, unit or bound.
 *
 * @param property the property
 * @param nth number of the value among several, from 1
 * @param facet facet of the value, such as {@code source}; null for the value itself
 */
public record Key(Property property, int nth, @Nullable String facet) {

    /**
     * The written form: {@code fundingNeed}, {@code fundingNeed.source}, {@code fundingNeed.2}, {@code
     * fundingNeed.2.source}.
     */
    public String name() {
        return property.name() + (nth > 1 ? "." + nth : "") + (facet == null ? "" : "." + facet);
    }

    /** Parses the form written by {@link #name}; null if it names nothing of the kind. */
    public static @Nullable Key parse(String name, EntryKind kind) {
        Property whole = property(name, kind);
        if (whole != null) {
            return new Key(whole, 1, null);
        }
        int dot = name.lastIndexOf('.');
        if (dot < 1) {
            return null;
        }
        String last = name.substring(dot + 1);
        Key before = parse(name.substring(0, dot), kind);
        if (before == null || before.facet != null || !before.property.sourced()) {
            return null;
        }
        if (last.matches("[2-9]|[1-9]\\d")) {
            return before.nth > 1 ? null : new Key(before.property, Integer.parseInt(last), null);
        }
        return facets(before.property).contains(last) ? new Key(before.property, before.nth, last) : null;
    }

    /** The possible facets of a property's value. */
    public static List<String> facets(Property property) {
        return switch (property.type()) {
            case FIGURE -> EntryKind.facets();
            case TEXTS -> EntryKind.facetsOfLists();
            default -> EntryKind.origin();
        };
    }

    private static @Nullable Property property(String name, EntryKind kind) {
        String holder = kind.holder();
        if (holder != null && holder.equals(name)) {
            return holder(kind);
        }
        return kind.property(name);
    }

    /** The column that names the entry containing a row. */
    public static Property holder(EntryKind kind) {
        String holder = kind.holder() == null ? "" : kind.holder();
        return new Property(
                holder,
                Property.Type.TEXT,
                null,
                holder.equals("city") ? "cities" : "chains",
                List.of(),
                true,
                false,
                null);
    }
}
