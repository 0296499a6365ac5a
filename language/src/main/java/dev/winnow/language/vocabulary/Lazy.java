package dev.winnow.language.vocabulary;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An immutable list that is computed when first read. Thread-safe.
 *
 * @param <S> the type of the source it is computed from, which is released then
 */
public final class Lazy<S, T> extends AbstractList<T> implements RandomAccess {

    private @Nullable Function<S, List<T>> making;
    private @Nullable S source;
    private volatile @Nullable List<T> list;

    public Lazy(S source, Function<S, List<T>> making) {
        this.source = source;
        this.making = making;
    }

    private List<T> list() {
        List<T> read = list;
        return read != null ? read : make();
    }

    private synchronized List<T> make() {
        S once = source;
        Function<S, List<T>> by = making;
        List<T> made = list;
        if (made == null && once != null && by != null) {
            made = List.copyOf(by.apply(once));
            list = made;
            source = null;
            making = null; // it may refer to more than the source
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

    @Override
    public Iterator<T> iterator() {
        return list().iterator();
    }

    @Override
    public void forEach(Consumer<? super T> action) {
        list().forEach(action);
    }

    @Override
    public Object[] toArray() {
        return list().toArray();
    }

    @Override
    public <E> E[] toArray(E[] room) {
        return list().toArray(room);
    }
}
