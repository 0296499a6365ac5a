package dev.winnow.model.universe;

import dev.winnow.model.domain.City;
import dev.winnow.model.domain.EntryBuilder;
import dev.winnow.model.domain.IndustrialChain;
import dev.winnow.model.domain.PlainValues;
import dev.winnow.model.domain.Project;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Unit;
import dev.winnow.model.vocabulary.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Builds a universe in code, from builders or from plain values such as rows of a database. Its problems are among
 * those of the universe, as for one read from files. A null argument is refused by name. Not thread-safe.
 *
 * <p>Plain values are given by the keys that {@code docs/universes.md} lists, also in the forms of column names: {@code
 * end_market} and {@code ENDMARKET} mean {@code endMarket}. A value may be a text as in a file ({@code "about 8.3 bn
 * yuan"}), a number, a {@link dev.winnow.model.value.Figure}, true or false, a day of {@code java.time} or of JDBC, a
 * UUID, an enum constant, an array or a list of them, an {@code Optional}, or a map with keys of its own ({@code
 * value}, {@code source}, {@code asOf}). Null and an empty text mean unknown. A value of another type is a problem, and
 * its entry is left out.
 *
 * <pre>{@code
 * Universe universe = Universe.builder(pack.vocabulary())
 *         .asOf(LocalDate.of(2026, 1, 8))
 *         .city(Map.of("id", "lund", "name", "Lund"))
 *         .row("lund", "demands", Map.of("endMarket", "automotive", "annualOutput", "12 bn yuan"))
 *         .project(Map.of("id", "cells", "name", "Cell plant", "endMarkets", List.of("automotive")))
 *         .build();
 * }</pre>
 */
public final class UniverseBuilder {

    private static final Place PLACE = Place.file("universe");

    /** The name of a universe without a given name. */
    private static final String UNNAMED = "universe";

    /** The names of entries by list. */
    private static final Map<String, String> ENTRIES =
            Map.of("projects", "project", "cities", "city", "chains", "chain");

    private final Vocabulary vocabulary;
    private final Map<String, String> header = new LinkedHashMap<>();
    private final Map<String, List<Node>> lists = new LinkedHashMap<>();
    private final List<CityRow> rows = new ArrayList<>();
    /** The number of rows of each list so far, over all cities. */
    private final Map<String, Integer> rowsOf = new HashMap<>();
    /** The keys of each list by column name. */
    private final Map<String, Map<String, String>> keys = new HashMap<>();

    private final List<Problem> problems = new ArrayList<>();

    /** A row of a city's list that was added separately. */
    private record CityRow(String city, String list, Node row) {}

    UniverseBuilder(Vocabulary vocabulary) {
        this.vocabulary = Objects.requireNonNull(vocabulary, "vocabulary");
    }

    /**
     * {@return this builder, with the universe's name, in small letters with hyphens; the default is {@code universe}}
     */
    public UniverseBuilder name(String name) {
        header.put("name", Objects.requireNonNull(name, "name"));
        return this;
    }

    /** {@return this builder, with the universe's day} */
    public UniverseBuilder asOf(LocalDate asOf) {
        header.put("asOf", Objects.requireNonNull(asOf, "asOf").toString());
        return this;
    }

    /** {@return this builder, with the currency of its money} */
    public UniverseBuilder money(Unit money) {
        if (!Objects.requireNonNull(money, "money").isMoney()) {
            throw new IllegalArgumentException(money + " is no money");
        }
        header.put("currency", money.currency());
        return this;
    }

    /** {@return this builder, with a chain} */
    public UniverseBuilder chain(IndustrialChain.Builder chain) {
        return add("chains", Objects.requireNonNull(chain, "chain"));
    }

    /** {@return this builder, with a city} */
    public UniverseBuilder city(City.Builder city) {
        return add("cities", Objects.requireNonNull(city, "city"));
    }

    /** {@return this builder, with a project} */
    public UniverseBuilder project(Project.Builder project) {
        return add("projects", Objects.requireNonNull(project, "project"));
    }

    /**
     * {@return this builder, with a project}
     *
     * @param values its values by key: {@code id}, {@code name}, {@code owner} and other known facts
     */
    public UniverseBuilder project(Map<String, ? extends @Nullable Object> values) {
        return entry("projects", values);
    }

    /**
     * {@return this builder, with a city}
     *
     * @param values its values by key: {@code id}, {@code name} and other known facts
     */
    public UniverseBuilder city(Map<String, ? extends @Nullable Object> values) {
        return entry("cities", values);
    }

    /**
     * {@return this builder, with a row of a city's list, which may be added before or after the city}
     *
     * @param city the city's id
     * @param list the list, core or declared, such as {@code demands}
     * @param values the values of the row by key
     */
    public UniverseBuilder row(String city, String list, Map<String, ? extends @Nullable Object> values) {
        Place place = place(Objects.requireNonNull(list, "list"), rowsOf.merge(list, 1, Integer::sum));
        rows.add(new CityRow(
                Objects.requireNonNull(city, "city"), list, node(place, named(place, "cities." + list, values))));
        return this;
    }

    /**
     * {@return this builder, with an entry of any list that a universe file may have}
     *
     * @param list the list: {@code projects}, {@code cities}, {@code chains}, {@code firms}, {@code sources}, {@code
     *     endMarkets}, {@code tracks}, {@code subTracks}, {@code stages}, {@code facts}, {@code assumptions} or {@code
     *     answers}
     * @param values the values of the entry by key
     */
    public UniverseBuilder entry(String list, Map<String, ? extends @Nullable Object> values) {
        List<Node> entries = lists.computeIfAbsent(Objects.requireNonNull(list, "list"), any -> new ArrayList<>());
        Place number = place(list, entries.size() + 1);
        @Nullable Map<String, @Nullable Object> named = named(number, list, values);
        Object id = named == null ? null : named.get("id");
        entries.add(node(id == null ? number : Place.file(ENTRIES.getOrDefault(list, list) + " " + id), named));
        return this;
    }

    private Node node(Place place, @Nullable Map<String, @Nullable Object> named) {
        return named == null ? Node.refused(place) : PlainValues.entry(place, named, problems);
    }

    /**
     * Returns values by the keys that their column names mean; null if two names mean the same key, which is a problem.
     */
    private @Nullable Map<String, @Nullable Object> named(
            Place place, String list, Map<String, ? extends @Nullable Object> values) {
        Map<String, String> known = keys.computeIfAbsent(list, name -> {
            EntryKind kind = EntryKinds.of(vocabulary).find(name);
            return kind == null ? Map.of() : kind.keysByColumn();
        });
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        Map<String, String> columns = new HashMap<>();
        for (Map.Entry<String, ? extends @Nullable Object> one :
                Objects.requireNonNull(values, "values").entrySet()) {
            String key = known.getOrDefault(EntryKind.columnName(one.getKey()), one.getKey());
            String other = columns.putIfAbsent(key, one.getKey());
            if (other != null) {
                problems.add(Problem.at(place, Message.of("`%s` and `%s` are the same key", other, one.getKey())));
                return null;
            }
            named.put(key, one.getValue());
        }
        return named;
    }

    /** Returns the place of an entry without a name, by its number. */
    private static Place place(String list, int number) {
        return new Place(list, number, 0, null);
    }

    private UniverseBuilder add(String list, EntryBuilder<?> entry) {
        lists.computeIfAbsent(list, any -> new ArrayList<>()).add(entry.node());
        return this;
    }

    /** {@return the universe} */
    public Universe build() {
        List<Node.Field> fields = new ArrayList<>();
        List<Node.Field> said = new ArrayList<>();
        if (!header.isEmpty()) {
            header.putIfAbsent("name", UNNAMED);
        }
        header.forEach((key, text) -> said.add(new Node.Field(key, PLACE, Node.scalar(PLACE, text))));
        if (!said.isEmpty()) {
            fields.add(new Node.Field("universe", PLACE, Node.map(PLACE, said)));
        }
        List<Problem> wrong = new ArrayList<>(problems);
        Map<String, List<Node>> all = new LinkedHashMap<>(lists);
        all.computeIfPresent("cities", (list, cities) -> withRows(cities));
        Set<String> cities = lists.getOrDefault("cities", List.of()).stream()
                .map(UniverseBuilder::id)
                .collect(Collectors.toCollection(TreeSet::new));
        rows.stream()
                .filter(row -> !cities.contains(row.city()))
                .forEach(row -> wrong.add(new Problem(
                        row.row().place(),
                        Message.of("unknown city `%s` for a row of its `%s`", row.city(), row.list()),
                        0,
                        Nearest.advice(row.city(), cities))));
        all.forEach((list, entries) -> fields.add(new Node.Field(list, PLACE, Node.list(PLACE, entries))));
        Node document = Node.map(PLACE, fields);
        return wrong.isEmpty()
                ? Universe.of(vocabulary, document)
                : Universe.of(vocabulary, document).with(List.of(), false, wrong);
    }

    /** Returns the cities with the separately added rows after their own. */
    private List<Node> withRows(List<Node> cities) {
        Map<String, Map<String, List<Node>>> byCity = new TreeMap<>();
        rows.forEach(row -> byCity.computeIfAbsent(row.city(), any -> new TreeMap<>())
                .computeIfAbsent(row.list(), any -> new ArrayList<>())
                .add(row.row()));
        return cities.stream()
                .map(city -> {
                    Map<String, List<Node>> own = byCity.remove(id(city)); // a duplicate city does not get them again
                    return own == null ? city : withRows(city, own);
                })
                .toList();
    }

    private static Node withRows(Node city, Map<String, List<Node>> rows) {
        Node changed = city;
        for (Map.Entry<String, List<Node>> list : rows.entrySet()) {
            Node own = city.get(list.getKey());
            if (own == null || own.isList()) {
                List<Node> items = new ArrayList<>(own == null ? List.of() : own.items());
                items.addAll(list.getValue());
                changed = changed.with(list.getKey(), Node.list(city.place(), items));
            }
        }
        return changed;
    }

    private static String id(Node entry) {
        Node id = entry.get("id");
        return id == null ? "" : id.text();
    }
}
