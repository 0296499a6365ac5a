package dev.winnow.tables.internal.entries;

import dev.winnow.model.internal.read.Property;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.model.universe.EntryKinds;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.value.RatingLevels;
import dev.winnow.model.value.Unit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Generates random universes of any size with the chains, end markets and tracks of another universe. All entries are
 * marked as illustrative. Equal seeds give equal universes.
 * <p>Every optional value is missing from some entries; figures are exact, bounded, approximate or a range; some lists
 * of a city are declared complete. Nothing is modelled on real data: results show how winnow performs on large inputs,
 * and nothing about investments.
 */
public final class Synthesis {

    private static final Place PLACE = Place.file("synth");
    private static final List<String> WORDS = List.of("sources", "endMarkets", "tracks", "subTracks", "chains");

    /** Properties that depend on each other and are not drawn independently. */
    private static final Set<String> BY_HAND = Set.of(
            "id", "name", "zh", "city", "decided", "asOf", "source", "note", "hindsight", "illustrative", "complete");

    private static final int STATED = 70;
    private static final int LANDED = 2;
    /** Maximum average number of landed projects per city, for any number of projects. */
    private static final int MOST_LANDED_IN_A_CITY = 10;

    private static final int FIRMS = 40;
    /** Number of rows in the fullest list of the shipped cities. */
    private static final int ROWS = 7;
    /** Logarithm of the largest amounts, in millions, and of the largest numbers. */
    private static final int MONEY = 14;

    private static final int NUMBER = 11;
    /**
     * Logarithm of 90. With the width of a range, durations stay below 100 years and are not read as calendar years.
     */
    private static final double LONGEST_DURATION = 4.5;

    private static final int DAYS = 1_500;

    private final Universe base;
    private final EntryKinds kinds;
    private final long seed;
    private final int rows;
    private final Random random;
    private final Map<String, List<String>> ids = new TreeMap<>();
    private final List<String> links;
    private final LocalDate day;
    private int cities;
    private int projects;

    /**
     * @param base the universe whose words are used
     * @param seed seed of the random draws
     */
    public Synthesis(Universe base, long seed) {
        this(base, seed, ROWS);
    }

    /**
     * @param base the universe whose words are used
     * @param seed seed of the random draws
     * @param rows maximum length of a city's list; lists of things named in the base, such as end markets, are no
     *     longer than the number of names
     */
    public Synthesis(Universe base, long seed, int rows) {
        if (rows < 1) {
            throw new IllegalArgumentException("a list has 1 row at least");
        }
        this.base = base;
        this.kinds = EntryKinds.of(base.vocabulary());
        this.rows = rows;
        this.seed = seed;
        this.random = new Random(seed);
        this.day = base.asOf();
        for (String list : List.of("endMarkets", "tracks", "subTracks", "links", "chains")) {
            ids.put(list, List.copyOf(base.called(list).keySet()));
        }
        this.links = ids("links");
    }

    /** Writes a universe entry by entry, without keeping it. */
    public void write(int ofProjects, int ofCities, EntryWriter writer) throws IOException {
        projects = ofProjects;
        cities = ofCities;
        writer.write(kind("universe"), null, header());
        writer.write(kind("sources"), null, map(field("id", "synth"), field("title", "Invented by winnow synth")));
        for (String list : WORDS) {
            Node entries = map(new Node.Field(list, PLACE, Node.list(PLACE, base.listed(list))));
            for (Entry entry : UniverseEntries.of(entries, kinds)) {
                writer.write(entry.kind(), entry.holder(), entry.node());
            }
        }
        for (int i = 0; i < cities; i++) {
            city(i, writer);
        }
        for (int i = 0; i < projects; i++) {
            writer.write(kinds.projects(), null, project(i));
        }
    }

    /** Generates a universe in memory. */
    public Universe draw(int projects, int ofCities) {
        List<Entry> entries = new ArrayList<>();
        try {
            write(projects, ofCities, (kind, holder, entry) -> entries.add(new Entry(kind, holder, entry)));
        } catch (IOException e) {
            throw new UncheckedIOException("in memory", e);
        }
        return Universe.of(base.vocabulary(), Objects.requireNonNull(UniverseEntries.document(entries)));
    }

    private List<String> ids(String list) {
        return Objects.requireNonNullElse(ids.get(list), List.of());
    }

    private EntryKind kind(String name) {
        return kinds.get(name);
    }

    private Node header() {
        return map(
                field("name", "synthetic-" + seed),
                field("title", "Synthetic universe, seed " + seed + ", in the words of " + base.name()),
                field("asOf", day.toString()),
                field("illustrative", "true"),
                field("currency", base.money().currency()));
    }

    /** A project. A few have landed in one of the cities; the others are open candidates. */
    private Node project(int number) {
        List<Node.Field> fields = identity("p", number, "Project");
        LocalDate stated = before(day, 200);
        if (hasLanded()) {
            fields.add(field("city", "c" + random.nextInt(cities)));
            fields.add(field("decided", stated.minusDays(random.nextInt(400)).toString()));
        }
        fields.add(field("source", "synth"));
        fields.add(field("asOf", stated.toString()));
        List<String> own = some(links, 1, 3);
        String owner = "";
        List<Node.Field> steps = new ArrayList<>();
        LocalDate reached = stated.minusDays(2_000);
        boolean landed = fields.size() > 4;
        for (Property property : kinds.projects().properties()) {
            if (property.name().startsWith("milestones.")) {
                reached = reached.plusDays(random.nextInt(200));
                if (!landed && chance(10)) {
                    steps.add(field(property.name().substring("milestones.".length()), reached.toString()));
                }
            } else if (!BY_HAND.contains(property.name())
                    && !property.name().startsWith("outcome.")
                    && (property.required() || chance(STATED))) {
                Node value = property.name().equals("links")
                        ? list(own)
                        : "links".equals(property.refers()) ? list(others(own)) : value(property);
                if (value != null) {
                    fields.add(new Node.Field(property.name(), PLACE, without(owner, value)));
                }
                owner = property.name().equals("owner") && value != null ? value.text() : owner;
            }
        }
        if (!steps.isEmpty()) {
            fields.add(new Node.Field("milestones", PLACE, steps(steps)));
        }
        return Node.map(PLACE, fields);
    }

    /** A list without the owner, which cannot be its own partner. */
    private static Node without(String owner, Node value) {
        return value.isList()
                ? list(value.items().stream()
                        .map(Node::text)
                        .filter(text -> !text.equals(owner))
                        .toList())
                : value;
    }

    private static Node steps(List<Node.Field> steps) {
        return Node.list(
                PLACE,
                steps.stream()
                        .map(step -> map(field("step", step.key()), new Node.Field("reached", PLACE, step.value())))
                        .toList());
    }

    private List<String> others(List<String> own) {
        List<String> left = new ArrayList<>(links);
        left.removeAll(own);
        return some(left, 0, 2);
    }

    private void city(int number, EntryWriter writer) throws IOException {
        EntryKind kind = kind("cities");
        List<Node.Field> fields = identity("c", number, "City");
        List<EntryKind> lists = kinds.values().stream()
                .filter(one -> one.isHeld() && one.name().startsWith("cities."))
                .toList();
        fields.add(new Node.Field(
                "complete",
                PLACE,
                list(lists.stream()
                        .map(EntryKind::list)
                        .filter(list -> !list.equals("presences") && chance(50))
                        .toList())));
        fields.add(field("source", "synth"));
        fields.add(field("asOf", before(day, 200).toString()));
        drawOthers(kind, fields);
        writer.write(kind, null, Node.map(PLACE, fields));
        for (EntryKind list : lists) {
            for (Node row : list.list().equals("presences") ? presences() : rows(list)) {
                writer.write(list, "c" + number, row);
            }
        }
    }

    /** Rows of a city's list, at most one per thing that they name. */
    private List<Node> rows(EntryKind kind) {
        Property key = kind.properties().get(0);
        int least = Math.max(1, rows / 3);
        int size = least + random.nextInt(rows - least + 1);
        String refers = refers(key);
        List<String> keys =
                refers == null && key.choices().isEmpty() ? numbered(key, size) : some(words(key), least, size);
        List<Node> all = new ArrayList<>();
        for (String one : keys) {
            List<Node.Field> fields = new ArrayList<>(List.of(field(key.name(), one)));
            if (key.name().equals("id")) {
                fields.add(field(
                        "name",
                        Character.toUpperCase(one.charAt(0)) + one.substring(1).replace('-', ' ')));
            }
            drawOthers(kind, fields);
            fields.add(field("asOf", before(day, 200).toString()));
            Node row = Node.map(PLACE, fields);
            if (kind.properties().stream()
                    .allMatch(property -> !property.required() || row.get(property.name()) != null)) {
                all.add(row); // A base without end markets has no names for those of a lead user.
            }
        }
        return all;
    }

    private List<String> numbered(Property key, int size) {
        List<String> keys = new ArrayList<>();
        String word = key.name().equals("firm") ? "Firm " : key.name().equals("id") ? "row-" : "Row ";
        for (int i = 0; i < size; i++) {
            keys.add(word + (key.name().equals("firm") ? random.nextInt(Math.max(FIRMS, 2 * rows)) : i));
        }
        return keys.stream().distinct().toList();
    }

    /** For each link, three cities in five hold it, one lacks it, and one states nothing. */
    private List<Node> presences() {
        List<Node> rows = new ArrayList<>();
        for (String link : links) {
            if (chance(80)) {
                rows.add(map(
                        field("link", link),
                        field("held", String.valueOf(chance(75))),
                        field("asOf", before(day, 200).toString())));
            }
        }
        return rows;
    }

    private List<Node.Field> identity(String prefix, int number, String name) {
        return new ArrayList<>(
                List.of(field("id", prefix + number), field("name", "Synthetic " + name + " " + number)));
    }

    /** Draws the remaining properties of an entry. */
    private void drawOthers(EntryKind kind, List<Node.Field> fields) {
        Set<String> there = Set.copyOf(fields.stream().map(Node.Field::key).toList());
        for (Property property : kind.properties()) {
            boolean open = !there.contains(property.name()) && !BY_HAND.contains(property.name());
            if (open && (property.required() || chance(STATED))) {
                Node value = value(property);
                if (value != null) {
                    fields.add(new Node.Field(property.name(), PLACE, value));
                }
            }
        }
    }

    /** A value of a property; null if the base has no words for it. */
    private @Nullable Node value(Property property) {
        return switch (property.type()) {
            case FIGURE ->
                scalar(figure(
                        Objects.requireNonNull(property.unit()), property.countsYears() ? LONGEST_DURATION : NUMBER));
            case FLAG -> scalar(String.valueOf(chance(50)));
            case DATE -> scalar(before(day, DAYS).toString());
            case TEXT -> {
                List<String> words = words(property);
                yield words.isEmpty() ? null : scalar(words.get(random.nextInt(words.size())));
            }
            case TEXTS -> {
                List<String> words = words(property);
                yield words.isEmpty() ? null : list(some(words, refers(property) == null ? 0 : 1, 3));
            }
        };
    }

    /** Words from which texts of a property are drawn. */
    private List<String> words(Property property) {
        if (!property.choices().isEmpty()) {
            return property.choices();
        }
        String refers = refers(property);
        if (refers != null) {
            return refers.equals("cities") ? numbers("c", cities) : ids(refers);
        }
        return numbers("Firm ", FIRMS);
    }

    /**
     * The list whose ids the texts of a property are; null if there is none. Firms are invented and not taken from the
     * base.
     */
    private static @Nullable String refers(Property property) {
        return property.namesFirms() ? null : property.refers();
    }

    private static List<String> numbers(String word, int size) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            all.add(word + i);
        }
        return all;
    }

    /**
     * A figure. Half of them are exact, the others bounded, approximate or a range; sizes are spread evenly over the
     * orders of magnitude.
     *
     * @param largest logarithm of the largest number other than money
     */
    private String figure(Unit unit, double largest) {
        RatingLevels levels = unit.levels();
        if (levels != null) {
            return String.valueOf(
                    levels.lowest() + random.nextInt(levels.levels().size()));
        }
        String sign =
                unit.isShare() ? " %" : unit.isMoney() ? " mn " + money() : unit.isDeclared() ? " " + unit.sign() : "";
        int value = unit.isShare()
                ? 2 + random.nextInt(90)
                : (int) Math.round(Math.exp(random.nextDouble() * (unit.isMoney() ? MONEY : largest)) + 1);
        return switch (random.nextInt(6)) {
            case 0 -> "over " + value + sign;
            case 1 -> "about " + value + sign;
            case 2 -> value + "-" + (value + 1 + random.nextInt(5)) + sign;
            default -> value + sign;
        };
    }

    private String money() {
        return base.money().equals(Unit.MONEY) ? "yuan" : base.money().currency();
    }

    private LocalDate before(LocalDate latest, int days) {
        return latest.minusDays(random.nextInt(days));
    }

    private boolean hasLanded() {
        long longest = 100L / LANDED * MOST_LANDED_IN_A_CITY * cities;
        return cities > 0 && chance(LANDED) && (projects <= longest || random.nextInt(projects) < longest);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private List<String> some(List<String> of, int least, int most) {
        List<String> shuffled = new ArrayList<>(of);
        Collections.shuffle(shuffled, random);
        int size = least + (most > least ? random.nextInt(most - least + 1) : 0);
        return List.copyOf(shuffled.subList(0, Math.min(size, shuffled.size())));
    }

    private static Node.Field field(String key, String text) {
        return new Node.Field(key, PLACE, scalar(text));
    }

    private static Node scalar(String text) {
        return Node.scalar(PLACE, text);
    }

    private static Node list(List<String> texts) {
        return Node.list(PLACE, texts.stream().map(Synthesis::scalar).toList());
    }

    private static Node map(Node.Field... fields) {
        return Node.map(PLACE, List.of(fields));
    }
}
