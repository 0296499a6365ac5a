package dev.winnow.engine.oracle;

import dev.winnow.model.domain.City;
import dev.winnow.model.domain.Coverage;
import dev.winnow.model.domain.Presence;
import dev.winnow.model.domain.Project;
import dev.winnow.model.universe.Facts;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.StartOfList;
import dev.winnow.model.value.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Draws one completion of all unknown facts of a universe, as of its own date. */
public final class Completions {

    /** Properties that stay unknown: an open candidate has no city. */
    private static final Set<String> STAYS = Set.of("city", "name", "province");

    private static final int ATTEMPTS = 12;
    private static final int ROUNDS = 4;
    private static final String DECIDED = "completed";
    private static final LocalDate EARLY = Words.LONG_AGO.plusYears(2);

    private final Spec spec;
    private final Types types;
    private final Draw draw;
    private final Dates dates;
    private final boolean cautious;
    private final Wanted wanted;

    /** Selects the facts to complete. */
    private interface Wanted {

        Wanted ALL = (subject, path) -> true;

        /**
         * Whether to complete a fact.
         *
         * @param subject the id of its project or city
         * @param path its name: {@code city.funds}, {@code project.yieldRate}
         */
        boolean is(String subject, String path);
    }

    private Completions(Spec spec, Random random, boolean cautious, Wanted wanted) {
        this.spec = spec;
        this.types = spec.words().types();
        this.draw = new Draw(random);
        this.dates = new Dates(draw);
        this.cautious = cautious;
        this.wanted = wanted;
    }

    /**
     * A universe in which everything is known and no known fact is different.
     *
     * @param spec the spec of a universe
     * @param universe the universe read from it
     * @throws AssertionError if no completion is found
     */
    public static Universe draw(Spec spec, Universe universe, Random random) {
        Facts before = today(universe);
        String failure = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            // Late attempts decide that doubtful links are not held, because it may already be known whether their
            // stage is.
            Completions completions = new Completions(spec.copy(), random, attempt > 2, Wanted.ALL);
            Universe completed = completions.complete(before);
            List<String> contradictions = Refinement.contradictions(spec.words().types(), before, today(completed));
            if (contradictions.isEmpty()) {
                return completed;
            }
            failure = contradictions.toString();
        }
        throw new AssertionError("no completion found: " + failure + "\n" + spec);
    }

    /**
     * A universe in which some facts of a project and a city are known and no known fact is different; null if none is
     * found, for example because an unknown fact follows from the links of other projects.
     *
     * @param paths the names of the facts
     */
    static @Nullable Universe some(
            Spec spec, Universe universe, String project, String city, Set<String> paths, Random random) {
        Facts before = today(universe);
        Wanted wanted =
                (subject, path) -> paths.contains(path) && subject.equals(path.startsWith("project.") ? project : city);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Completions completions = new Completions(spec.copy(), random, false, wanted);
            completions.decideAll(before);
            Universe completed = Universe.parse(spec.words().types().vocabulary(), completions.spec.json());
            if (completed.problems().isEmpty()
                    && Refinement.contradictions(spec.words().types(), before, today(completed))
                            .isEmpty()) {
                return completed;
            }
        }
        return null;
    }

    /** Reads a spec and draws a completion. */
    public static Universe draw(Spec spec, Random random) {
        return draw(spec, spec.universe(), random);
    }

    static Facts today(Universe universe) {
        return universe.asOf(universe.asOf(), true);
    }

    private Universe complete(Facts before) {
        decideAll(before);
        for (int round = 1; round < ROUNDS; round++) {
            Universe universe = spec.universe();
            if (decideAll(today(universe))) {
                return universe;
            }
        }
        throw new AssertionError("facts remain unknown\n" + spec);
    }

    /** Completes unknown facts; returns whether there were none. */
    private boolean decideAll(Facts facts) {
        boolean done = true;
        for (City city : facts.cities()) {
            Map<String, Object> tree = spec.row("cities", city.id());
            done &= properties(city.id(), "city.", city, tree);
            done &= rows(facts, city.id(), tree);
            done &= presences(facts, city.id(), tree);
        }
        for (Project project : facts.projects()) {
            Map<String, Object> tree = spec.row("projects", project.id());
            done &= properties(project.id(), "project.", project, tree);
            if (!Scene.milestonesComplete(facts, project) && wanted.is(project.id(), "project.milestonesComplete")) {
                milestones(tree);
            }
        }
        return done;
    }

    /** Adds milestones that are not recorded, in an order in which they can be reached, and completes them. */
    private void milestones(Map<String, Object> tree) {
        List<Object> rows = Spec.list(tree.computeIfAbsent("milestones", any -> new ArrayList<>()));
        Set<Object> stated = rows.stream().map(row -> Spec.map(row).get("step")).collect(Collectors.toSet());
        boolean later = Stream.concat(
                        Stream.of(String.valueOf(tree.getOrDefault("decided", ""))),
                        rows.stream().map(row -> String.valueOf(Spec.map(row).get("reached"))))
                .anyMatch(day -> day.compareTo(Words.TODAY.toString()) > 0);
        for (String step : Words.STEPS) {
            boolean last = Words.STEPS.stream().skip(Words.STEPS.indexOf(step)).noneMatch(stated::contains);
            if (last && !later && !isDenied(tree) && draw.chance(0.3)) {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("step", step);
                row.put("reached", Words.TODAY.toString());
                row.put("asOf", Words.TODAY.toString());
                rows.add(row);
            }
        }
        tree.put("milestonesComplete", Words.TODAY.toString());
    }

    /** Whether the city of a project lacks a link by a statement, which a later step of building would outdate. */
    private boolean isDenied(Map<String, Object> project) {
        return project.get("city") instanceof String city
                && Spec.rows(spec.row("cities", city), "presences").stream()
                        .anyMatch(one -> !DECIDED.equals(one.get("note")) && !Boolean.TRUE.equals(one.get("held")));
    }

    /** Completes unknown properties; returns whether there were none. */
    private boolean properties(String subject, String prefix, Object fact, Map<String, Object> tree) {
        Shape shape = types.of(fact);
        Set<String> fresh = new HashSet<>();
        for (Trait trait : shape.traits()) {
            if (trait.isOpen(fact) && !STAYS.contains(trait.name()) && wanted.is(subject, prefix + trait.name())) {
                tree.put(trait.name(), chosen(trait, trait.of(fact)));
                fresh.add(trait.name());
            }
        }
        for (Trait trait : shape.traits()) {
            String other = trait.apartFrom();
            if (other != null && fresh.contains(other) && trait.of(fact) instanceof StartOfList<?> start) {
                RandomUniverses.strip(shape.trait(other), tree, List.copyOf(start)); // the known part of a list stays
            }
        }
        RandomUniverses.untangle(shape, tree, fresh);
        return fresh.isEmpty();
    }

    private Object chosen(Trait trait, @Nullable Object known) {
        if (trait.kind() == Trait.Kind.FIGURE) {
            Unit unit = Objects.requireNonNull(trait.unit());
            return early(spec.words().write(number((Figure) known, unit), unit));
        }
        Object plain = RandomUniverses.plain(trait, draw, dates);
        if (known instanceof StartOfList<?> start) {
            Set<Object> whole = new LinkedHashSet<>(start);
            whole.addAll(Spec.list(plain));
            plain = new ArrayList<>(whole);
        }
        return trait.timeless() ? plain : early(plain);
    }

    private static Map<String, Object> early(Object value) {
        Map<String, Object> statement = new LinkedHashMap<>();
        statement.put("value", value);
        statement.put("asOf", EARLY.toString());
        return statement;
    }

    private Amount number(@Nullable Figure figure, Unit unit) {
        List<Amount> choice = new ArrayList<>(spec.words().of(unit));
        Amount most = unit == Unit.SHARE ? Amount.ONE : Amount.UNBOUNDED;
        if (figure == null) {
            return draw.one(choice);
        }
        Amount low = figure.low();
        Amount high = Amount.min(most, figure.high());
        Amount more = low.times(Amount.of(2)).plus(Amount.of(8));
        choice.removeIf(one -> one.compareTo(low) < 0 || one.compareTo(high) > 0);
        if (unit.levels() != null) {
            return draw.one(choice);
        }
        choice.add(low);
        choice.add(figure.high().isUnbounded() ? low.times(Amount.of(3)).plus(Amount.ONE) : high);
        choice.add(low.plus(Amount.min(high, more)).over(Amount.of(2)));
        choice.removeIf(one -> one.compareTo(most) > 0);
        return draw.one(choice);
    }

    private boolean rows(Facts facts, String city, Map<String, Object> tree) {
        boolean done = true;
        List<Object> complete = new ArrayList<>();
        for (Object row : facts.rows(city)) {
            String prefix =
                    "city." + types.of(row).list() + "." + types.row(row).ref().id() + ".";
            done &= properties(city, prefix, row, find(types.of(row), row, tree));
        }
        for (Shape list : types.lists()) {
            if (facts.complete(city, list.list())) {
                complete.add(list.list());
            } else if (wanted.is(city, "city." + list.list())) {
                complete.add(list.list());
                add(list, tree);
                done = false;
            }
        }
        tree.put("complete", complete);
        return done;
    }

    private static Map<String, Object> find(Shape shape, Object row, Map<String, Object> tree) {
        List<Object> key = shape.key().stream()
                .map(part -> Objects.requireNonNullElse(shape.trait(part).of(row), "unknown"))
                .toList();
        return Spec.rows(tree, shape.list()).stream()
                .filter(one -> RandomUniverses.key(shape, one).equals(key))
                .findAny()
                .orElseThrow(() -> new AssertionError("no row " + key));
    }

    /** Adds up to three rows to an incomplete list. */
    private void add(Shape shape, Map<String, Object> tree) {
        List<Object> rows = Spec.list(tree.computeIfAbsent(shape.list(), any -> new ArrayList<>()));
        Set<List<Object>> keys = rows.stream()
                .map(row -> RandomUniverses.key(shape, Spec.map(row)))
                .collect(Collectors.toSet());
        for (int i = draw.upTo(3); i > 0; i--) {
            Map<String, Object> row = row(shape, i);
            if (keys.add(RandomUniverses.key(shape, row))) {
                rows.add(row);
            }
        }
    }

    private Map<String, Object> row(Shape shape, int number) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("asOf", EARLY.toString());
        for (Trait trait : shape.traits()) {
            String name = trait.name();
            if (shape.key().contains(name)) {
                boolean free =
                        name.equals("id") || name.equals("item") || shape.name().equals("District");
                row.put(name, free ? "unwritten-" + number : RandomUniverses.plain(trait, draw, dates));
            } else if (trait.kind() == Trait.Kind.FIGURE) {
                Unit unit = Objects.requireNonNull(trait.unit());
                row.put(name, spec.words().write(number(null, unit), unit));
            } else if (!STAYS.contains(name)) {
                row.put(name, RandomUniverses.plain(trait, draw, dates));
            }
        }
        RandomUniverses.untangle(shape, row, row.keySet());
        return row;
    }

    private boolean presences(Facts facts, String city, Map<String, Object> tree) {
        boolean done = true;
        List<@Nullable String> views = new ArrayList<>();
        views.add(null);
        facts.projects().forEach(project -> views.add(project.id()));
        for (String view : views) {
            for (Presence presence : facts.presences(city, view)) {
                if (wanted.is(city, "city.presences." + presence.link() + ".held")) {
                    done &= decide("link", presence.link(), presence.held(), tree);
                }
            }
        }
        if (done) {
            for (String view : views) {
                for (Coverage coverage : facts.coverages(city, view)) {
                    if (wanted.is(city, "city.coverages." + coverage.stage() + ".held")) {
                        done &= decide("stage", coverage.stage(), coverage.held(), tree);
                    }
                }
            }
        }
        return done;
    }

    /** Decides whether a link or stage is held; returns whether it was known. */
    private boolean decide(String what, String name, @Nullable Boolean held, Map<String, Object> city) {
        List<Object> statements = Spec.list(city.computeIfAbsent("presences", any -> new ArrayList<>()));
        List<Map<String, Object>> texts = statements.stream()
                .map(Spec::map)
                .filter(one -> name.equals(one.get(what)))
                .toList();
        if (held != null) {
            return true;
        }
        if (texts.stream().anyMatch(one -> DECIDED.equals(one.get("note")))) {
            return false; // another statement has decided it
        }
        LocalDate last = texts.stream()
                .map(one -> day(one, city))
                .filter(day -> !day.isAfter(Words.TODAY))
                .max(LocalDate::compareTo)
                .orElse(null);
        long words = texts.stream()
                .filter(one -> day(one, city).equals(last))
                .map(one -> one.get("held"))
                .distinct()
                .count();
        if (words == 1) {
            return false; // the missing statement is about the links of a landed project
        }
        LocalDate after = last == null ? EARLY : last.plusDays(1);
        Map<String, Object> statement = new LinkedHashMap<>();
        statement.put(what, name);
        statement.put("held", !cautious && draw.chance(0.5));
        statement.put("asOf", after.toString());
        statement.put("note", DECIDED);
        statements.add(statement);
        return false;
    }

    /** The day from which a statement counts. */
    private static LocalDate day(Map<String, Object> statement, Map<String, Object> city) {
        Object own = statement.getOrDefault("asOf", city.get("asOf"));
        Object source = city.get("source");
        return own != null ? LocalDate.parse((String) own) : Words.published(String.valueOf(source));
    }
}
