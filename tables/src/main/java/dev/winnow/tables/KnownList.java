package dev.winnow.tables;

import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Universe;
import dev.winnow.tables.cells.TableProblems;
import dev.winnow.tables.entries.ImportedTable;
import dev.winnow.tables.headings.KnownNames;
import dev.winnow.tables.mapping.Mapping;
import dev.winnow.tables.mapping.Word;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The entries of a list that the universe has, and whom of them names may mean. */
final class KnownList {

    private final String list;
    private final Universe base;
    private final Map<String, List<String>> called;
    private final KnownNames names;
    private final Matches matches;
    private final Collection<KnownList> others;
    private @Nullable Map<String, Node> nodes;

    /** @param others the known lists, this one among them */
    KnownList(String list, Universe base, Matches matches, Collection<KnownList> others) {
        this.others = others;
        this.list = list;
        this.base = base;
        this.called = base.called(list);
        this.names = new KnownNames(called);
        this.matches = matches;
    }

    /**
     * Whom a name means.
     *
     * @param id the id of a known entry; null if it is none, or that is not decided
     * @param problem why that is not decided; null if it is
     */
    record Who(@Nullable String id, @Nullable Problem problem) {
        static final Who NEW = new Who(null, null);
    }

    boolean has(String id) {
        return called.containsKey(id);
    }

    /** What an entry is called first. */
    String name(String id) {
        List<String> all = called.getOrDefault(id, List.of());
        return all.isEmpty() ? id : all.get(0);
    }

    /** What is known of an entry, as files have it. */
    @Nullable
    Node node(String id) {
        Map<String, Node> known = nodes;
        if (known == null) {
            known = new HashMap<>();
            for (Node node : base.listed(list)) {
                Node own = node.get("id");
                if (own != null) {
                    known.putIfAbsent(own.text().strip(), node);
                }
            }
            nodes = known;
        }
        return known.get(id);
    }

    /** Whom the names of a new entry may mean. */
    Set<String> met(List<String> all) {
        return names.met(all);
    }

    /** What is said of whom a name means; null if nothing is, or it is about an entry of another list. */
    @Nullable
    Word said(String name) {
        Word word = matches.of(name);
        boolean other = word != null
                && !has(word.text())
                && others.stream().anyMatch(list -> list != this && list.has(word.text()));
        return other ? null : word;
    }

    /** Whom a name means that may meet known entries, by what is said and answered. */
    Who who(ImportedTable table, Node named, Set<String> met) {
        return who(list, called, matches, table, named, met, said(named.text()));
    }

    /** Whom the name of a row means that may meet known firms, by what is said and answered: nothing is taken for another firm. */
    Who whoseNames(ImportedTable table, Node named, Set<String> met) {
        return who("firm names", called, matches, table, named, met, said(named.text()));
    }

    /**
     * Whom a name means that meets known entries, by what is said and answered.
     *
     * @param list in which the entries stand
     * @param called what they are called, by id
     * @param named where the name stands
     * @param met the ids of those that it may mean
     * @param said what is said of it; null if nothing is
     */
    static Who who(
            String list,
            Map<String, List<String>> called,
            Matches matches,
            ImportedTable table,
            Node named,
            Set<String> met,
            @Nullable Word said) {
        if (met.isEmpty() && said == null) {
            return Who.NEW;
        }
        String name = named.text().strip();
        String who = said == null ? matches.ask(table, named.place(), name, met, called) : said.text();
        if (who == null) {
            String first = met.isEmpty() ? Mapping.NEW : met.iterator().next();
            return new Who(
                    null,
                    TableProblems.mayBeKnown(list, named.place(), name, first, called.getOrDefault(first, List.of())));
        }
        if (who.equals(Mapping.NEW)) {
            return Who.NEW;
        }
        return called.containsKey(who)
                ? new Who(who, null)
                : new Who(
                        null,
                        (said == null ? named : said.said())
                                .problem(TableProblems.noneOf(list, who), Nearest.advice(who, called.keySet())));
    }

    /** Whom names mean that meet known entries: by what mappings say, and by what the watch answers. */
    static final class Matches {

        private final ImportWatch watch;
        private Mapping said = Mapping.NONE;
        private Mapping answers = Mapping.NONE;

        Matches(ImportWatch watch) {
            this.watch = watch;
        }

        /** Heeds what mappings say. */
        void heed(Mapping mapping) {
            said = said.and(mapping);
        }

        /** What the watch answered. */
        Mapping answers() {
            return answers;
        }

        /** What is said of a name: an id, or {@link Mapping#NEW}; null if nothing is, or nothing that is confirmed. */
        @Nullable
        Word of(String name) {
            Word word = said.matches().isEmpty() ? null : said.match(name);
            return word == null || !word.confirmed() ? null : word;
        }

        /**
         * What the watch answers of a name; null if it leaves it open.
         *
         * @param met the ids of those that it may mean
         * @param called what entries are called, by id
         */
        @Nullable
        String ask(ImportedTable table, Place place, String name, Set<String> met, Map<String, List<String>> called) {
            Map<String, List<String>> candidates = new LinkedHashMap<>();
            met.forEach(id -> candidates.put(id, called.getOrDefault(id, List.of())));
            String answer = watch.known(table, place, name, candidates);
            if (answer != null) {
                said = said.match(name, answer);
                answers = answers.match(name, answer);
            }
            return answer;
        }
    }
}
