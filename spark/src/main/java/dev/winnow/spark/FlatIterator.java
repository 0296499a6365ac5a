package dev.winnow.spark;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Maps each element to several and iterates over all of them, so that a partition is never in memory as a whole.
 *
 * @param <T> the type of the source elements
 * @param <R> the type of the results
 */
final class FlatIterator<T, R> implements Iterator<R> {

    /**
     * Maps an element to several.
     *
     * @param <T> the type of the source element
     * @param <R> the type of the results
     */
    interface Making<T, R> {
        /** Returns the results for one element. */
        Iterator<R> of(T one);
    }

    private final Iterator<T> from;
    private final Making<T, R> making;
    private Iterator<R> made = Collections.emptyIterator();

    FlatIterator(Iterator<T> from, Making<T, R> making) {
        this.from = from;
        this.making = making;
    }

    @Override
    public boolean hasNext() {
        while (!made.hasNext() && from.hasNext()) {
            made = making.of(from.next());
        }
        return made.hasNext();
    }

    @Override
    public R next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return made.next();
    }
}
