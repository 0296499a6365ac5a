package dev.winnow.spark;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * What is made of each of many things, one after the other, so that a partition is never held as a whole.
 *
 * @param <T> what it is made of
 * @param <R> what is made
 */
final class FlatIterator<T, R> implements Iterator<R> {

    /**
     * Makes several of one.
     *
     * @param <T> what it is made of
     * @param <R> what is made
     */
    interface Making<T, R> {
        /** What is made of one. */
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
