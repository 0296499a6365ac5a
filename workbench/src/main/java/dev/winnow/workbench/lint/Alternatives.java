package dev.winnow.workbench.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The ways in which something can be so: any of these, and in each all of its atoms. None at all cannot be so; one
 * without atoms asks nothing.
 */
record Alternatives(List<List<Atom>> ways) {

    /** What has more ways counts as asking nothing, which proves nothing. */
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

    /** Whether it is one atom alone. */
    boolean isSingle() {
        return ways.size() == 1 && ways.get(0).size() == 1;
    }

    Atom single() {
        return ways.get(0).get(0);
    }

    /** A name that is the same for the same thing said, whatever the order of its parts. */
    String key() {
        TreeSet<String> keys = new TreeSet<>();
        ways.forEach(way -> keys.add(new TreeSet<>(way.stream().map(Atom::key).toList()).toString()));
        return keys.toString();
    }
}
