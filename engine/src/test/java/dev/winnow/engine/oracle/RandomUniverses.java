package dev.winnow.engine.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/** Random universes. Equal seeds give equal universes. */
public final class RandomUniverses {

    /** Properties drawn by special code, not generically. */
    private static final Set<String> OWN = Set.of("id", "name", "city", "evidence", "decided", "province");

    /**
     * The size of a universe, and how much of it is unknown.
     *
     * @param cities number of cities
     * @param projects number of projects
     * @param rows largest number of rows in a city's list
     * @param unknown probability that a property is missing
     * @param complete probability that a list is declared complete
     */
    public record Size(int cities, int projects, int rows, double unknown, double complete) {

        /** One city and three projects; for tests that draw many universes. */
        public static final Size SMALL = new Size(1, 3, 2, 0.25, 0.5);

        /** Three cities and eight projects. */
        public static final Size MIDDLE = new Size(3, 8, 3, 0.2, 0.5);
    }

    private final Draw draw;
    private final Dates dates;
    private final Numbers numbers;
    private final Size size;
    private final Words words;
    private final Map<String, Object> tree = new LinkedHashMap<>();

    private RandomUniverses(Random random, Size size, Words words) {
        this.draw = new Draw(random);
        this.dates = new Dates(draw);
        this.numbers = new Numbers(draw, dates, words, size.unknown == 0 ? 0 : 0.35);
        this.size = size;
        this.words = words;
    }

    /** A valid universe with the numbers and facts of the dense pack. */
    public static Spec draw(long seed, Size size) {
        return draw(seed, size, Words.PLAIN);
    }

    /** A valid universe with given numbers and facts. */
    public static Spec draw(long seed, Size size, Words words) {
        return new RandomUniverses(new Random(seed * 7919 + 17), size, words).universe();
    }

    private Spec universe() {
        tree.put("universe", universeHead());
        tree.put("sources", sources());
        Words.LISTS.forEach((name, words) -> {
            if (!name.equals("links")) {
                tree.put(name, named(words));
            }
        });
        tree.put("chains", chains());
        tree.put("cities", times(size.cities, this::city));
        List<Object> projects = times(size.projects, this::project);
        if (size.projects > 1 && draw.chance(0.5)) {
            projects.set(size.projects - 1, twin(Spec.map(projects.get(0))));
        }
        tree.put("projects", projects);
        return new Spec(tree, words);
    }

    private Map<String, Object> universeHead() {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("name", "random");
        head.put("title", "A random universe");
        head.put("asOf", Words.TODAY.toString());
        head.put("illustrative", true);
        head.put("currency", words.money().currency());
        return head;
    }

    private static List<Object> sources() {
        List<Object> sources = new ArrayList<>();
        Words.SOURCES.forEach((id, day) -> {
            Map<String, Object> source = new LinkedHashMap<>();
            source.put("id", id);
            source.put("title", "The " + id);
            source.put("date", day.toString());
            sources.add(source);
        });
        return sources;
    }

    private static List<Object> named(List<String> words) {
        List<Object> named = new ArrayList<>();
        for (String word : words) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("id", word);
            entry.put("name", word); // the oracle identifies things by their ids
            named.add(entry);
        }
        return named;
    }

    @FunctionalInterface
    private interface Numbered {
        Map<String, Object> draw(int number);
    }

    private static List<Object> times(int count, Numbered numbered) {
        List<Object> drawn = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            drawn.add(numbered.draw(i));
        }
        return drawn;
    }

    private List<Object> chains() {
        List<String> links = Words.list("links");
        int split = draw.one(List.of(5, 6));
        return new ArrayList<>(
                List.of(chain("c1", links.subList(0, split)), chain("c2", links.subList(split, links.size()))));
    }

    private Map<String, Object> chain(String id, List<String> ids) {
        List<Object> links = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            Map<String, Object> link = new LinkedHashMap<>();
            link.put("id", ids.get(i));
            link.put("name", ids.get(i));
            link.put("stage", draw.one(Words.STAGES));
            link.put("upstream", draw.some(ids.subList(0, i), 2));
            links.add(link);
        }
        Map<String, Object> chain = new LinkedHashMap<>();
        chain.put("id", id);
        chain.put("name", id);
        chain.put("links", links);
        return chain;
    }

    private Map<String, Object> city(int number) {
        Map<String, Object> city = new LinkedHashMap<>();
        city.put("id", "city-" + number);
        city.put("name", "City " + number);
        header(city);
        properties(words.types().shape("City"), city);
        untangle(words.types().shape("City"), city, city.keySet());
        Map<String, Object> complete = new LinkedHashMap<>();
        for (Shape shape : words.types().lists()) {
            String list = shape.list();
            if (draw.chance(size.complete)) {
                complete.put(list, dates.any().toString());
            }
            List<Object> rows = rows(shape);
            if (!rows.isEmpty() || draw.chance(0.5)) {
                city.put(list, rows);
            }
        }
        boolean always = draw.chance(0.3);
        if (!complete.isEmpty()) {
            city.put("complete", always ? new ArrayList<>(complete.keySet()) : complete);
        }
        city.put("presences", statements());
        return city;
    }

    /** Adds a date and a source that apply to everything below. */
    private void header(Map<String, Object> entity) {
        if (draw.chance(0.3)) {
            entity.put("asOf", dates.past().toString());
        }
        if (draw.chance(0.3)) {
            entity.put("source", draw.one(List.of("survey § 3", "register", "hearsay")));
        }
    }

    private List<Object> rows(Shape shape) {
        List<Object> rows = new ArrayList<>();
        Set<List<Object>> keys = new LinkedHashSet<>();
        for (int i = draw.upTo(size.rows); i > 0; i--) {
            Map<String, Object> row = row(shape, i);
            if (keys.add(key(shape, row))) {
                rows.add(row);
            }
        }
        return rows;
    }

    private Map<String, Object> row(Shape shape, int number) {
        Map<String, Object> row = new LinkedHashMap<>();
        header(row);
        for (String key : shape.key()) {
            row.put(key, keyWord(shape, key, number));
        }
        properties(shape, row);
        if (row.containsKey("name") && shape.name().equals("Fund")) {
            row.put("name", "Fund " + number);
        }
        untangle(shape, row, row.keySet());
        return row;
    }

    private Object keyWord(Shape shape, String key, int number) {
        return switch (shape.name() + "." + key) {
            case "Fund.id" -> "fund-" + number;
            case "District.name" -> "District " + number;
            case "Bottleneck.item" -> "Item " + number;
            default -> draw.one(shape.trait(key).choice());
        };
    }

    /** The words that distinguish a row of a list from others. */
    static List<Object> key(Shape shape, Map<String, Object> row) {
        return shape.key().stream()
                .map(part -> row.getOrDefault(part, "unknown"))
                .toList();
    }

    /** Adds most of the missing properties. */
    private void properties(Shape shape, Map<String, Object> entity) {
        for (Trait trait : shape.traits()) {
            String name = trait.name();
            if (OWN.contains(name) || entity.containsKey(name) || draw.chance(size.unknown)) {
                continue;
            }
            entity.put(name, value(trait));
            if (trait.kind() == Trait.Kind.LIST && size.unknown > 0 && draw.chance(0.1)) {
                Map<String, Object> start = new LinkedHashMap<>();
                start.put("value", Objects.requireNonNull(entity.get(name)));
                start.put("more", true);
                entity.put(name, start);
            }
        }
    }

    private Object value(Trait trait) {
        return trait.kind() == Trait.Kind.FIGURE
                ? numbers.figure(Objects.requireNonNull(trait.unit()))
                : plain(trait, draw, dates);
    }

    /** A value that is not a figure. */
    static Object plain(Trait trait, Draw draw, Dates dates) {
        return switch (trait.kind()) {
            case FLAG -> draw.chance(0.5);
            case DATE -> dates.any().toString();
            case TEXT -> draw.one(trait.choice());
            case LIST -> {
                List<String> some = draw.some(trait.choice(), 3);
                boolean mandate = "tracks".equals(trait.refers());
                yield mandate && some.isEmpty() ? new ArrayList<>(List.of(draw.one(trait.choice()))) : some;
            }
            case FIGURE -> throw new IllegalArgumentException(trait + " is a figure");
        };
    }

    private List<Object> statements() {
        List<Object> statements = new ArrayList<>();
        if (draw.chance(0.12)) {
            // Makes a city that holds none, or almost none, of the links.
            for (String link : Words.list("links")) {
                Map<String, Object> statement = new LinkedHashMap<>();
                statement.put("link", link);
                statement.put("held", draw.chance(0.05));
                statements.add(statement);
            }
            return statements;
        }
        for (int i = draw.upTo(10); i > 0; i--) {
            Map<String, Object> statement = new LinkedHashMap<>();
            if (draw.chance(0.2)) {
                statement.put("stage", draw.one(stages()));
            } else {
                statement.put("link", draw.one(Words.list("links")));
            }
            statement.put("held", draw.chance(0.5));
            if (draw.chance(0.9) || statement.containsKey("stage")) {
                statement.put("asOf", dates.any().toString());
            }
            statements.add(statement);
        }
        return statements;
    }

    /** The stages of all links. */
    private List<String> stages() {
        return Spec.list(Objects.requireNonNull(tree.get("chains"))).stream()
                .flatMap(chain -> Spec.rows(Spec.map(chain), "links").stream())
                .map(link -> (String) Objects.requireNonNull(link.get("stage")))
                .distinct()
                .sorted()
                .toList();
    }

    private Map<String, Object> project(int number) {
        Map<String, Object> project = new LinkedHashMap<>();
        project.put("id", "p" + number);
        project.put("name", "Project " + number);
        header(project);
        properties(words.types().shape("Project"), project);
        if (draw.chance(0.5)) {
            land(project);
        } else if (draw.chance(0.6)) {
            project.put("decided", (draw.chance(0.15) ? Words.TODAY : dates.past()).toString());
        }
        untangle(words.types().shape("Project"), project, project.keySet());
        return project;
    }

    /** Makes a project landed: gives it a place and a date. Its statements about links then appear in its city. */
    private void land(Map<String, Object> project) {
        project.put("city", "city-" + (1 + draw.upTo(size.cities - 1)));
        project.put("decided", dates.past().toString());
        project.remove("links");
        if (!draw.chance(size.unknown / 2)) {
            project.put("links", new ArrayList<>(draw.some(Words.list("links"), 3)));
        }
        project.remove("asOf");
        project.remove("source");
        List<Object> milestones = milestones();
        if (!milestones.isEmpty() && !draw.chance(size.unknown)) {
            project.put("milestonesComplete", dates.any().toString());
        }
        if (!milestones.isEmpty()) {
            project.put("milestones", milestones);
            decideInTime(project);
        }
    }

    /** Removes milestones before the decision. */
    private static void decideInTime(Map<String, Object> project) {
        for (Map<String, Object> milestone : Spec.rows(project, "milestones")) {
            String reached = (String) Objects.requireNonNull(milestone.get("reached"));
            if (reached.compareTo((String) Objects.requireNonNull(project.get("decided"))) < 0) {
                project.put("decided", reached);
            }
        }
    }

    /**
     * Removes values that two properties of a fact must not share.
     *
     * @param fresh the properties that may lose them
     */
    static void untangle(Shape shape, Map<String, Object> fact, Set<String> fresh) {
        for (Trait trait : shape.traits()) {
            String other = trait.apartFrom();
            if (other != null && fresh.contains(trait.name())) {
                strip(trait, fact, texts(fact, other));
            } else if (other != null && fresh.contains(other)) {
                strip(shape.trait(other), fact, texts(fact, trait.name()));
            }
        }
    }

    /** Removes values from a property; a single text is replaced by another one. */
    static void strip(Trait trait, Map<String, Object> fact, List<?> taken) {
        List<Object> texts = texts(fact, trait.name());
        if (texts.removeAll(taken) && trait.kind() == Trait.Kind.TEXT) {
            List<String> others = new ArrayList<>(trait.choice());
            others.removeAll(taken);
            fact.put(trait.name(), others.isEmpty() ? "Nobody's partner" : others.get(0));
        }
    }

    /** The list under a key; creates it if the key is missing or has a single text. */
    private static List<Object> texts(Map<String, Object> project, String key) {
        Object stated = project.get(key);
        Object value = stated instanceof Map<?, ?> statement ? statement.get("value") : stated;
        return value instanceof List<?>
                ? Spec.list(value)
                : new ArrayList<>(value == null ? List.of() : List.of(value));
    }

    /** The milestones in the order in which they must be reached. */
    private List<Object> milestones() {
        List<String> steps = draw.some(Words.STEPS, 3);
        List<LocalDate> days = new ArrayList<>();
        steps.forEach(step -> days.add(dates.any()));
        days.sort(LocalDate::compareTo);
        steps.sort(Comparator.comparing(Words.STEPS::indexOf));
        List<Object> milestones = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Map<String, Object> milestone = new LinkedHashMap<>();
            milestone.put("step", steps.get(i));
            milestone.put("reached", days.get(i).toString());
            milestones.add(milestone);
        }
        return milestones;
    }

    /** A copy of a project, decided on another day. */
    private Map<String, Object> twin(Map<String, Object> project) {
        Map<String, Object> twin = Spec.map(Objects.requireNonNull(
                new Spec(Map.of("twin", project), words).copy().tree().get("twin")));
        twin.put("id", "p" + size.projects);
        twin.put("name", "Project " + size.projects);
        if (twin.containsKey("decided")) {
            twin.put("decided", dates.past().toString());
            decideInTime(twin);
        }
        return twin;
    }
}
