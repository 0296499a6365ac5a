package dev.winnow.workbench.internal.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * A condition in disjunctive normal form: a list of conjunctions of atoms. An empty list is false; an empty conjunction
 * is true.
 */
record Alternatives(List<List<Atom>> ways) {

    /** Number of conjunctions above which a condition is treated as true, which proves nothing. */
    private static final int MOST = 48;

    static final Alternatives ANY = new Alternatives(List.of(List.of()));

    Alternatives {
        ways = List.copyOf(ways);
    }

    static Alternatives of(Atom atom) {
        return new Alternatives(List.of(List.of(atom)));
    }

    Alternatives and(Alternatives other) {
        List<List<Atom>> both = new ArrayList<>();
        for (List<Atom> one : ways) {
            for (List<Atom> another : other.ways) {
                List<Atom> joined = new ArrayList<>(one);
                joined.addAll(another);
                both.add(joined);
            }
        }
        return both.size() > MOST ? ANY : new Alternatives(both);
    }

    Alternatives or(Alternatives other) {
        List<List<Atom>> either = new ArrayList<>(ways);
        either.addAll(other.ways);
        return either.size() > MOST ? ANY : new Alternatives(either);
    }

    /** Whether it is a single atom. */
    boolean isSingle() {
        return ways.size() == 1 && ways.get(0).size() == 1;
    }

    Atom single() {
        return ways.get(0).get(0);
    }

    /** Returns a key that is equal for conditions that differ only in the order of their parts. */
    String key() {
        TreeSet<String> keys = new TreeSet<>();
        ways.forEach(way -> keys.add(new TreeSet<>(way.stream().map(Atom::key).toList()).toString()));
        return keys.toString();
    }
}
