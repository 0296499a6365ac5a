package dev.winnow.tables;

import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Universe;
import dev.winnow.tables.internal.cells.TableProblems;
import dev.winnow.tables.internal.entries.Entry;
import dev.winnow.tables.internal.entries.EntryWriter;
import dev.winnow.tables.internal.entries.UniverseEntries;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** Checks entries against a universe and passes on the ones without problems. */
final class EntryJudge {

    private final Outcomes outcomes;

    EntryJudge(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    /**
     * Checks entries and passes on the valid ones.
     *
     * @param idle matches problems to ignore
     * @return the universe with the entries
     */
    Universe judge(Universe known, List<ReadEntry> entries, Predicate<Problem> idle, EntryWriter writer)
            throws IOException {
        if (entries.isEmpty()) {
            return known;
        }
        Node document = Objects.requireNonNull(
                UniverseEntries.document(entries.stream().map(ReadEntry::entry).toList()));
        Universe whole = known.with(List.of(document), false, List.of());
        List<Problem> found = new ArrayList<>(whole.problems());
        found.removeAll(known.problems());
        found.removeIf(idle);
        Found problems = new Found(entries, found);
        // Rows of a list do not create cities in a universe that has some.
        Set<String> cities = new HashSet<>(known.cityIds());
        boolean any = !cities.isEmpty();
        entries.stream()
                .filter(one -> one.entry().kind().name().equals("cities"))
                .forEach(one -> cities.add(one.entry().id()));
        List<ReadEntry> standing = new ArrayList<>();
        for (ReadEntry one : entries) {
            if (one.at() != null && !one.entry().node().isMap()) {
                continue;
            }
            String holder = one.entry().holder();
            if (any
                    && one.at() != null
                    && holder != null
                    && KnownEntries.canAmend(one.entry().kind())
                    && !cities.contains(holder)) {
                outcomes.refuse(
                        one,
                        List.of(new Problem(
                                one.entry().node().place(),
                                TableProblems.noneOf("cities", holder),
                                0,
                                Objects.requireNonNullElseGet(
                                        Nearest.advice(holder, cities), TableProblems::cityToAdd))));
            } else if (isValid(one, problems)) {
                standing.add(one);
            }
        }
        for (ReadEntry one : standing) {
            outcomes.pass(one, writer);
        }
        problems.left().forEach(outcomes::trouble);
        return whole;
    }

    /** Whether an entry is valid. An invalid one is refused, and so is every entry inside a refused one. */
    private boolean isValid(ReadEntry one, Found problems) {
        Entry entry = one.entry();
        String holder = entry.holder();
        if (holder != null && outcomes.isRefused(entry.kind().outer(), holder)) {
            outcomes.refuse(
                    one, List.of(TableProblems.holderRefused(entry.node().place(), holder)));
            return false;
        }
        List<Problem> wrong = problems.of(one);
        boolean whole = true;
        if (one.at() == null) {
            whole = entry.node().isMap() && !entry.node().flawed();
        } else {
            wrong = outcomes.withRefused(entry, wrong);
        }
        if (!whole || !wrong.isEmpty()) {
            outcomes.refuse(one, wrong);
            return false;
        }
        outcomes.markValid(entry);
        one.merged().forEach(row -> outcomes.tally(row).taken());
        return true;
    }

    /** Problems grouped by entry: by row for an entry of one row, otherwise by place. */
    private static final class Found {
        private final Map<String, List<Problem>> byRow = new LinkedHashMap<>();
        private final IdentityHashMap<ReadEntry, List<Problem>> byEntry = new IdentityHashMap<>();

        Found(List<ReadEntry> entries, List<Problem> found) {
            Map<Place, ReadEntry> places = new HashMap<>();
            if (!found.isEmpty()) {
                entries.stream()
                        .filter(ReadEntry::hasOwnPlaces)
                        .forEach(one -> UniverseEntries.places(one.entry().node())
                                .forEach(place -> places.putIfAbsent(place, one)));
            }
            for (Problem problem : found) {
                ReadEntry within = places.get(problem.place());
                (within == null
                                ? byRow.computeIfAbsent(row(problem.place()), any -> new ArrayList<>())
                                : byEntry.computeIfAbsent(within, any -> new ArrayList<>()))
                        .add(problem);
            }
        }

        /** Removes and returns the problems of an entry. */
        List<Problem> of(ReadEntry one) {
            List<Problem> own = one.hasOwnPlaces()
                    ? byEntry.get(one)
                    : byRow.remove(row(one.entry().node().place()));
            return own == null ? List.of() : own;
        }

        /** Problems that belong to none of the entries. */
        List<Problem> left() {
            return byRow.values().stream().flatMap(List::stream).toList();
        }

        private static String row(Place place) {
            return place.file() + "\n" + place.sheet() + "\n" + place.line();
        }
    }
}
