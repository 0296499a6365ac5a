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

    /**
     * The names of known entries, to find those that a new name meets: it is one of their names, in letters or in Chinese, or the
     * one is a part of the other. Immutable.
     */
    static final class KnownNames {

        private static final Pattern PARTS = Pattern.compile("[\\p{IsHan}]+|[^\\p{IsHan}]+");

        /** The least letters of a name that may stand at the beginning of another, and within it. */
        private static final int LEAST_LETTERS = 3;

        private static final int LEAST_WITHIN = 4;
        private static final int LEAST_CHARACTERS = 2;

        /** Who goes by a name. */
        private final Map<String, Set<String>> whole = new HashMap<>();

        /** Whose name begins so. */
        private final Map<String, Set<String>> beginnings = new HashMap<>();

        private int longest;

        /** @param called the names of entries by their ids */
        KnownNames(Map<String, ? extends Collection<String>> called) {
            called.forEach((id, names) -> names.forEach(name -> {
                List<String> parts = parts(name);
                parts.stream()
                        .filter(part -> parts.size() == 1 || hasLetter(part))
                        .forEach(part -> add(id, part));
            }));
        }

        /** Whether a part of a name says more than a year or a number, {@code 2000} of 海尔（2000年）. */
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

        /** The ids of those whom any of the names of a new entry meets, in order; empty if nobody is met. */
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
