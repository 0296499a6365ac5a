package dev.winnow.engine;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An immutable list that is put together when it is first read. Thread-safe. */
final class Lazy<T> extends AbstractList<T> implements RandomAccess {

    private @Nullable Supplier<List<T>> supplier;
    private volatile @Nullable List<T> list;

    Lazy(Supplier<List<T>> supplier) {
        this.supplier = supplier;
    }

    private List<T> list() {
        List<T> read = list;
        return read != null ? read : make();
    }

    private synchronized List<T> make() {
        Supplier<List<T>> once = supplier;
        List<T> made = list;
        if (made == null && once != null) {
            made = List.copyOf(once.get());
            list = made;
            supplier = null;
        }
        return made == null ? List.of() : made;
    }

    @Override
    public T get(int index) {
        return list().get(index);
    }

    @Override
    public int size() {
        return list().size();
    }
}
