package dev.winnow.tables;

import dev.winnow.model.internal.history.FirmNames;
import dev.winnow.model.source.Han;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Universe;
import dev.winnow.tables.internal.cells.TableProblems;
import dev.winnow.tables.internal.entries.ImportedTable;
import dev.winnow.tables.internal.mapping.Mapping;
import dev.winnow.tables.internal.mapping.Word;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Known entries of one list of the universe, and the entries that a name can mean. */
final class KnownList {

    private final String list;
    private final Universe base;
    private final Map<String, List<String>> called;
    private final KnownNames names;
    private final Matches matches;
    private final Collection<KnownList> others;
    private @Nullable Map<String, Node> nodes;

    /** @param others all known lists, including this one */
    KnownList(String list, Universe base, Matches matches, Collection<KnownList> others) {
        this.others = others;
        this.list = list;
        this.base = base;
        this.called = base.called(list);
        this.names = new KnownNames(called);
        this.matches = matches;
    }

    /**
     * The entry that a name means.
     *
     * @param id id of the known entry; null if the entry is new or undecided
     * @param problem reason why it is undecided; null if it is decided
     */
    record Decision(@Nullable String id, @Nullable Problem problem) {
        static final Decision NEW = new Decision(null, null);
    }

    boolean has(String id) {
        return called.containsKey(id);
    }

    /** The first name of an entry. */
    String name(String id) {
        List<String> all = called.getOrDefault(id, List.of());
        return all.isEmpty() ? id : all.get(0);
    }

    /** The known content of an entry, in the form of universe files. */
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

    /** Ids of entries that the names of a new entry may mean. */
    Set<String> met(List<String> all) {
        return names.met(all);
    }

    /** The confirmed meaning of a name; null if there is none, or if it is an entry of another list. */
    @Nullable
    Word said(String name) {
        Word word = matches.of(name);
        boolean other = word != null
                && !has(word.text())
                && others.stream().anyMatch(list -> list != this && list.has(word.text()));
        return other ? null : word;
    }

    /** Decides which entry a name means, by mappings and answers. */
    Decision decide(ImportedTable table, Node named, Set<String> met) {
        return decide(list, called, matches, table, named, met, said(named.text()));
    }

    /** Decides which known firm the name of a row means. The row is never taken for another firm without a decision. */
    Decision decideNames(ImportedTable table, Node named, Set<String> met) {
        return decide("firm names", called, matches, table, named, met, said(named.text()));
    }

    /**
     * Decides which entry a name means that is similar to known names.
     *
     * @param list the list of the entries
     * @param called names of the entries, by id
     * @param named the node of the name
     * @param met ids of the possible entries
     * @param said the decision of a mapping; null if there is none
     */
    static Decision decide(
            String list,
            Map<String, List<String>> called,
            Matches matches,
            ImportedTable table,
            Node named,
            Set<String> met,
            @Nullable Word said) {
        if (met.isEmpty() && said == null) {
            return Decision.NEW;
        }
        String name = named.text().strip();
        String who = said == null ? matches.ask(table, named.place(), name, met, called) : said.text();
        if (who == null) {
            String first = met.isEmpty() ? Mapping.NEW : met.iterator().next();
            return new Decision(
                    null,
                    TableProblems.mayBeKnown(list, named.place(), name, first, called.getOrDefault(first, List.of())));
        }
        if (who.equals(Mapping.NEW)) {
            return Decision.NEW;
        }
        return called.containsKey(who)
                ? new Decision(who, null)
                : new Decision(
                        null,
                        (said == null ? named : said.said())
                                .problem(TableProblems.noneOf(list, who), Nearest.advice(who, called.keySet())));
    }

    /** Decisions about names that are similar to known ones, from mappings and from the watch. */
    static final class Matches {

        private final ImportWatch watch;
        private Mapping said = Mapping.NONE;
        private Mapping answers = Mapping.NONE;

        Matches(ImportWatch watch) {
            this.watch = watch;
        }

        /** Adds the decisions of a mapping. */
        void heed(Mapping mapping) {
            said = said.and(mapping);
        }

        /** Decisions of the watch. */
        Mapping answers() {
            return answers;
        }

        /** The confirmed decision about a name: an id, or {@link Mapping#NEW}; null if there is none. */
        @Nullable
        Word of(String name) {
            Word word = said.matches().isEmpty() ? null : said.match(name);
            return word == null || !word.confirmed() ? null : word;
        }

        /**
         * The decision of the watch about a name; null if it stays open.
         *
         * @param met ids of the possible entries
         * @param called names of entries, by id
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

    /**
     * Names of known entries, indexed to find the ones that match a new name: names are equal in Latin or in Chinese,
     * or one contains the other. Immutable.
     */
    static final class KnownNames {

        private static final Pattern PARTS = Pattern.compile("[\\p{IsHan}]+|[^\\p{IsHan}]+");

        /** Minimum number of letters of a name found at the start of another name or inside it. */
        private static final int LEAST_LETTERS = 3;

        private static final int LEAST_WITHIN = 4;
        private static final int LEAST_CHARACTERS = 2;

        /** Ids by whole name. */
        private final Map<String, Set<String>> whole = new HashMap<>();

        /** Ids by the beginning of a name. */
        private final Map<String, Set<String>> beginnings = new HashMap<>();

        private int longest;

        /** @param called names of entries, by id */
        KnownNames(Map<String, ? extends Collection<String>> called) {
            called.forEach((id, names) -> names.forEach(name -> {
                List<String> parts = parts(name);
                parts.stream()
                        .filter(part -> parts.size() == 1 || hasLetter(part))
                        .forEach(part -> add(id, part));
            }));
        }

        /**
         * Whether a part of a name contains letters and not only a year or a number, such as {@code 2000} in 海尔（2000年）.
         */
        private static boolean hasLetter(String part) {
            return part.chars().anyMatch(Character::isLetter);
        }

        private void add(String id, String part) {
            if (part.length() < least(part)) {
                return;
            }
            whole.computeIfAbsent(part, any -> new TreeSet<>()).add(id);
            if (isChinese(part)) {
                longest = Math.max(longest, part.length());
                for (int end = LEAST_CHARACTERS; end < part.length(); end++) {
                    begins(id, part.substring(0, end));
                }
            } else {
                for (int blank = part.indexOf(' '); blank > 0; blank = part.indexOf(' ', blank + 1)) {
                    begins(id, part.substring(0, blank));
                }
            }
        }

        private void begins(String id, String part) {
            if (part.length() >= (isChinese(part) ? LEAST_CHARACTERS : LEAST_WITHIN)) {
                beginnings.computeIfAbsent(part, any -> new TreeSet<>()).add(id);
            }
        }

        private static int least(String part) {
            return isChinese(part) ? LEAST_CHARACTERS : LEAST_LETTERS;
        }

        private static boolean isChinese(String part) {
            return Han.is(part.codePointAt(0));
        }

        private static List<String> parts(String name) {
            String key = FirmNames.key(name);
            if (key.chars().allMatch(c -> c < 128)) {
                return key.isEmpty() ? List.of() : List.of(key);
            }
            List<String> parts = new ArrayList<>();
            Matcher matcher = PARTS.matcher(key);
            while (matcher.find()) {
                String part = matcher.group().strip();
                if (!part.isEmpty()) {
                    parts.add(part);
                }
            }
            return parts;
        }

        /** Ids of the entries that match any name of a new entry, sorted; empty if none does. */
        Set<String> met(Collection<String> names) {
            Set<String> met = new TreeSet<>();
            if (whole.isEmpty()) {
                return met;
            }
            for (String name : names) {
                for (String part : parts(name)) {
                    met.addAll(beginnings.getOrDefault(part, Set.of()));
                    if (isChinese(part)) {
                        inCharacters(part, met);
                    } else {
                        inWords(part, met);
                    }
                }
            }
            return met;
        }

        private void inCharacters(String part, Set<String> met) {
            for (int from = 0; from < part.length(); from++) {
                int last = Math.min(part.length(), from + longest);
                for (int to = from + LEAST_CHARACTERS; to <= last; to++) {
                    met.addAll(whole.getOrDefault(part.substring(from, to), Set.of()));
                }
            }
        }

        private void inWords(String part, Set<String> met) {
            List<String> words = List.of(part.split(" ", -1));
            for (int from = 0; from < words.size(); from++) {
                for (int to = from + 1; to <= words.size(); to++) {
                    String text = String.join(" ", words.subList(from, to));
                    if (text.length() >= (from == 0 ? LEAST_LETTERS : LEAST_WITHIN)) {
                        met.addAll(whole.getOrDefault(text, Set.of()));
                    }
                }
            }
        }
    }
}
