package dev.winnow.model.universe;

import dev.winnow.model.internal.read.Entries;
import dev.winnow.model.internal.read.UniverseKeys;
import dev.winnow.model.source.Change;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Localized;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The differences between two editions of a universe. Each can be undone. Changes of layout, comments, notes,
 * names and translations are not edits, and neither are added or removed words and sources: they matter only through
 * facts that name them, which are edits themselves. Immutable.
 */
public final class UniverseEdits {

    private static final Set<String> WORDS = Set.of("note", "zh", "name", "title", "url", "illustrative");

    /** The keys of the rows of the lists of a project. */
    static final Map<String, List<String>> MILESTONES = Map.of("milestones", List.of("step"));

    private final Universe old;
    private final Universe recent;
    private final Entries before;
    private final Entries after;
    private final Map<String, UniverseEdit> edits = new LinkedHashMap<>();
    private final List<Change> words = new ArrayList<>();
    /** The keys of the rows of each list of a city. */
    private final Map<String, List<String>> rowKeys =
            new TreeMap<>(Map.of("presences", List.of("link", "stage", "chain")));

    private UniverseEdits(Universe old, Universe recent) {
        this.old = old;
        this.recent = recent;
        this.before = old.entries();
        this.after = recent.entries();
        recent.vocabulary().rows().forEach((list, shape) -> rowKeys.put(list, shape.key()));
        header();
        sources();
        UniverseKeys.WORD_LISTS.forEach(list -> wordList(list));
        each("chains", (id, was, is) -> whole(Message.of("chain `%s`", id), of("chain " + id, "chains"), was, is));
        each("firms", this::firm);
        each("cities", this::city);
        each("projects", this::project);
        words.sort(Comparator.comparing(Change::place).thenComparing(Change::what));
    }

    /** Returns the edits that turn an old edition into a new one. */
    public static UniverseEdits between(Universe old, Universe recent) {
        return new UniverseEdits(old, recent);
    }

    /** Returns the edits that may affect a result, by place. */
    public List<UniverseEdit> list() {
        return edits.values().stream()
                .sorted(Comparator.comparing(
                        UniverseEdit::change,
                        Comparator.comparing(Change::place).thenComparing(Change::what)))
                .toList();
    }

    /** Returns the changes that by themselves affect no result, by place. */
    public List<Change> words() {
        return List.copyOf(words);
    }

    private interface Pair {
        void of(String id, @Nullable Node was, @Nullable Node is);
    }

    private void each(String list, Pair pair) {
        Map<String, Node> earlier = before.of(list);
        Map<String, Node> later = after.of(list);
        Set<String> ids = new LinkedHashSet<>(later.keySet());
        ids.addAll(earlier.keySet());
        for (String id : ids) {
            if (!Entries.same(earlier.get(id), later.get(id))) {
                pair.of(id, earlier.get(id), later.get(id));
            }
        }
    }

    /** Returns the owner of edits that belong to neither a project nor a city. */
    private static Owner of(String key, String fact) {
        return new Owner(key, null, null, fact);
    }

    private void header() {
        Node was = before.header();
        Node is = after.header();
        if (!old.asOf().equals(recent.asOf())) {
            Node at = is == null ? null : is.get("asOf");
            Place place = at != null ? at.place() : is != null ? is.place() : Place.file(recent.name());
            add(
                    of("asOf", "universe.asOf"),
                    null,
                    new Change(
                            Message.of("`%s` of the universe", "asOf"),
                            place,
                            old.asOf().toString(),
                            recent.asOf().toString(),
                            "universe.asOf"));
        }
        if (was != null && is != null) {
            for (String key : keys(was, is)) {
                if (!key.equals("asOf")) {
                    word(Message.of("`%s` of the universe", key), was.get(key), is.get(key));
                }
            }
        }
    }

    private void sources() {
        each("sources", (id, was, is) -> {
            if (was == null || is == null) {
                word(Message.of("source `%s`", id), was, is);
                return;
            }
            for (String key : keys(was, is)) {
                if (key.equals("date")) {
                    part(
                            Message.of("date of source `%s`", id),
                            of("source " + id, "sources.date"),
                            was.get(key),
                            is.get(key),
                            is);
                } else {
                    word(Message.of("`%s` of source `%s`", key, id), was.get(key), is.get(key));
                }
            }
        });
    }

    private void wordList(String list) {
        each(list, (id, was, is) -> word(Message.of("`%s` in `%s`", id, list), was, is));
    }

    /**
     * The names of a firm decide which references mean it, so a changed name is an edit; a changed note or source is
     * not.
     */
    private void firm(String id, @Nullable Node was, @Nullable Node is) {
        Message what = Message.of("firm `%s`", id);
        if (was == null || is == null || !Entries.same(names(was), names(is))) {
            whole(what, of("firm " + id, "firms"), was, is);
        } else {
            word(what, was, is);
        }
    }

    private static List<Node> names(Node firm) {
        return firm.each().stream()
                .filter(field -> !List.of("note", "source").contains(field.key()))
                .sorted(Comparator.comparing(Node.Field::key))
                .map(Node.Field::value)
                .toList();
    }

    /**
     * The owner of an edit.
     *
     * @param key the common beginning of its edits' keys
     * @param fact the fact, list or kind of entry: {@code project.yieldRate}, {@code city}
     */
    private record Owner(
            String key, @Nullable String project, @Nullable String city, String fact) {

        Owner at(String name) {
            return new Owner(key + " " + name, project, city, fact);
        }

        Owner of(String property) {
            return new Owner(key + " " + property, project, city, fact + "." + property);
        }
    }

    private void city(String id, @Nullable Node was, @Nullable Node is) {
        subject(
                Message.of("city `%s`", named("cities", id)),
                key -> Message.of("`%s` of city `%s`", spoken(Vocabulary.CITY, key), named("cities", id)),
                new Owner("city " + id, null, id, Vocabulary.CITY),
                rowKeys,
                was,
                is);
    }

    private void project(String id, @Nullable Node was, @Nullable Node is) {
        subject(
                Message.of("project `%s`", named("projects", id)),
                key -> key.equals("milestones")
                        ? Message.of("milestones of project `%s`", named("projects", id))
                        : Message.of("`%s` of project `%s`", spoken(Vocabulary.PROJECT, key), named("projects", id)),
                new Owner("project " + id, id, null, Vocabulary.PROJECT),
                MILESTONES,
                was,
                is);
    }

    /**
     * Adds the edits of a project or a city.
     *
     * @param lists the keys of the rows of its lists
     */
    private void subject(
            Message whole,
            Function<String, Message> part,
            Owner owner,
            Map<String, List<String>> lists,
            @Nullable Node was,
            @Nullable Node is) {
        if (was == null || is == null) {
            whole(whole, owner, was, is);
            return;
        }
        for (String key : keys(was, is)) {
            List<String> rowKey = lists.get(key);
            if (rowKey != null && Entries.listed(was, is, key)) {
                rows(
                        key,
                        part.apply(key),
                        owner.of(key),
                        Entries.rows(was, key, rowKey),
                        Entries.rows(is, key, rowKey),
                        is);
            } else if (WORDS.contains(key)) {
                word(part.apply(key), was.get(key), is.get(key));
            } else {
                part(part.apply(key), owner.of(key), was.get(key), is.get(key), is);
            }
        }
    }

    private static Set<String> keys(Node was, Node is) {
        Set<String> keys = new LinkedHashSet<>(is.fields().keySet());
        keys.addAll(was.fields().keySet());
        return keys;
    }

    private void rows(
            String list,
            Message what,
            Owner owner,
            Map<String, List<Node>> earlier,
            Map<String, List<Node>> later,
            Node around) {
        Set<String> names = new LinkedHashSet<>(later.keySet());
        names.addAll(earlier.keySet());
        for (String name : names) {
            List<Node> wasRows = earlier.getOrDefault(name, List.of());
            List<Node> isRows = later.getOrDefault(name, List.of());
            if (!Entries.same(wasRows, isRows)) {
                Place place = (isRows.isEmpty() ? wasRows : isRows).get(0).place();
                add(
                        owner.at(name),
                        source((isRows.isEmpty() ? wasRows : isRows).get(0), around),
                        new Change(
                                Message.of("`%s` in %s", row(list, name), what),
                                place,
                                shown(wasRows),
                                shown(isRows),
                                owner.fact));
            }
        }
    }

    /** The id of an entry in English, its name in Chinese. */
    private Localized named(String list, String id) {
        return language ->
                language == Language.EN ? id : recent.names().and(old.names()).of(list, id, language);
    }

    /** The key of a fact in English, its words in Chinese. */
    private Localized spoken(String owner, String key) {
        return language -> language == Language.EN ? key : recent.vocabulary().words(owner, key, language);
    }

    /** The key of a row in English, the names of its parts in Chinese. */
    private Localized row(String list, String name) {
        List<String> key = rowKeys.getOrDefault(list, List.of());
        return language -> language == Language.EN
                ? name
                : Stream.of(name.split(", ", -1))
                        .map(part -> key.stream()
                                .map(property -> row(list, property, part).write(language))
                                .filter(named -> !named.equals(part))
                                .findFirst()
                                .orElse(recent.vocabulary().word(list, "", part, language)))
                        .collect(Collectors.joining("、"));
    }

    private Localized row(String list, String property, String part) {
        String refers = recent.vocabulary().refers(list, property);
        return refers == null && !property.equals("id")
                ? language -> recent.vocabulary().word(list, property, part, language)
                : named(refers == null ? list : refers, part);
    }

    private static @Nullable String shown(List<Node> rows) {
        return rows.isEmpty() ? null : rows.stream().map(Entries::shown).collect(Collectors.joining(", "));
    }

    private void whole(Message what, Owner owner, @Nullable Node was, @Nullable Node is) {
        part(what, owner, was, is, Objects.requireNonNull(is == null ? was : is));
    }

    /**
     * Adds the edit of one part.
     *
     * @param around the entry, whose source counts for parts without one, and whose place if neither edition has the part
     */
    private void part(Message what, Owner owner, @Nullable Node was, @Nullable Node is, Node around) {
        if (!Entries.same(was, is)) {
            Place place = is != null ? is.place() : was != null ? was.place() : around.place();
            add(
                    owner,
                    source(is != null ? is : was, around),
                    new Change(what, place, shown(was), shown(is), owner.fact));
        }
    }

    /** Returns the source that a statement names, or the entry around it; null if none is named. */
    private static @Nullable String source(@Nullable Node statement, Node around) {
        for (Node node : statement == null ? List.of(around) : List.of(statement, around)) {
            Node source = node.isMap() ? node.get("source") : null;
            if (source != null && source.isScalar()) {
                return source.text().strip();
            }
        }
        return null;
    }

    private static @Nullable String shown(@Nullable Node node) {
        return node == null ? null : Entries.shown(node);
    }

    private void add(Owner owner, @Nullable String source, Change change) {
        edits.put(owner.key, new UniverseEdit(owner.key, owner.project, owner.city, source, change));
    }

    private void word(Message what, @Nullable Node was, @Nullable Node is) {
        Node at = is != null ? is : was;
        if (at != null && !Entries.same(was, is)) {
            words.add(new Change(what, at.place(), shown(was), shown(is)));
        }
    }

    /** Whether an edit may change the assessment of a project in a city. */
    public boolean bears(UniverseEdit edit, String project, String city) {
        if (edit.city() != null) {
            return edit.city().equals(city);
        }
        return edit.project() == null
                || edit.project().equals(project)
                || landed(city).contains(edit.project());
    }

    /** Returns the projects that hold something in a city, in either edition. */
    private Set<String> landed(String city) {
        Set<String> landed = new HashSet<>(old.landed(city));
        landed.addAll(recent.landed(city));
        return landed;
    }

    /**
     * Returns the new edition with some edits undone, reduced to the parts that affect one project in one city. Entries
     * that become invalid are left out.
     */
    public Universe undoing(Collection<UniverseEdit> undone, String project, String city) {
        Set<String> keys = undone.stream().map(UniverseEdit::key).collect(Collectors.toSet());
        return Universe.of(
                recent.vocabulary(),
                new UniverseMerge(before, after, rowKeys, keys)
                        .of(project, city, landed(city), (keys.contains("asOf") ? old : recent).asOf()));
    }
}
