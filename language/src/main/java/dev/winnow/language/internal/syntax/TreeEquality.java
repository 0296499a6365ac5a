package dev.winnow.language.internal.syntax;

import dev.winnow.model.source.Place;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares syntax trees regardless of the positions of their tokens. */
public final class TreeEquality {

    private TreeEquality() {}

    public static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one instanceof TokenPosition || one instanceof Place) {
            return true;
        }
        if (one instanceof List<?> list && other instanceof List<?> another) {
            boolean same = list.size() == another.size();
            for (int i = 0; same && i < list.size(); i++) {
                same = same(list.get(i), another.get(i));
            }
            return same;
        }
        if (one instanceof Record record && other != null && one.getClass() == other.getClass()) {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                if (!same(read(component, one), read(component, other))) {
                    return false;
                }
            }
            return true;
        }
        return Objects.equals(one, other);
    }

    private static @Nullable Object read(RecordComponent component, Object record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }
}
