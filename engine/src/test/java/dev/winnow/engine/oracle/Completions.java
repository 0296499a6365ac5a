package dev.winnow.engine.oracle;

import dev.winnow.model.domain.City;
import dev.winnow.model.domain.CityList;
import dev.winnow.model.domain.Coverage;
import dev.winnow.model.domain.Presence;
import dev.winnow.model.domain.Project;
import dev.winnow.model.universe.Facts;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Unit;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Draws one of the ways in which everything unknown may turn out, on the universe's own day. */
public final class Completions {

    /** What nothing is known of by right: an open candidate has no city. */
    private static final Set<String> STAYS = Set.of("city", "evidence", "name", "province");

    private static final int ATTEMPTS = 12;
    private static final int ROUNDS = 4;
    private static final String DECIDED = "completed";
    private static final LocalDate EARLY = Words.LONG_AGO.plusYears(2);

    private final Spec spec;
    private final Draw draw;
    private final Dates dates;
    private final boolean meek;

    private Completions(Spec spec, Random random, boolean meek) {
        this.spec = spec;
        this.draw = new Draw(random);
        this.dates = new Dates(draw);
        this.meek = meek;
    }

    /**
     * A universe in which everything is known and nothing that was known is different.
     *
     * @param spec of a universe
     * @param universe that universe
     * @throws AssertionError if no completion is found
     */
    public static Universe draw(Spec spec, Universe universe, Random random) {
        Facts before = today(universe);
        String failure = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            // Late attempts hold no link that is in doubt: whether a stage is held may already be known.
            Completions completions = new Completions(spec.copy(), random, attempt > 2);
            Universe completed = completions.complete(before);
            List<String> contradictions = Refinement.contradictions(before, today(completed));
            if (contradictions.isEmpty()) {
                return completed;
            }
            failure = contradictions.toString();
        }
        throw new AssertionError("no completion found: " + failure + "\n" + spec);
    }

    /** For a universe that is not read yet. */
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
        throw new AssertionError("something stays unknown\n" + spec);
    }

    /** Whether nothing had to be done. */
    private boolean decideAll(Facts facts) {
        boolean done = true;
        for (City city : facts.cities()) {
            Map<String, Object> tree = spec.row("cities", city.id());
            done &= properties(city, tree);
            done &= rows(facts, city.id(), tree);
            done &= presences(facts, city.id(), tree);
        }
        for (Project project : facts.projects()) {
            done &= properties(project, spec.row("projects", project.id()));
        }
        return done;
    }

    /** Whether nothing had to be done. */
    private boolean properties(Object fact, Map<String, Object> tree) {
        boolean done = true;
        Set<String> fresh = new HashSet<>();
        for (RecordComponent component : Records.components(fact.getClass())) {
            Object value = Records.get(component, fact);
            boolean open = value == null || (value instanceof Figure figure && !figure.isExact());
            if (open && !STAYS.contains(component.getName())) {
                tree.put(component.getName(), chosen(component, (Figure) value));
                fresh.add(component.getName());
                done = false;
            }
        }
        RandomUniverses.untangle(tree, fresh);
        return done;
    }

    private Object chosen(RecordComponent component, @Nullable Figure figure) {
        if (component.getType() == Figure.class) {
            Unit unit = component
                    .getAnnotation(dev.winnow.model.value.Measured.class)
                    .value();
            return early(spec.words().write(number(figure, unit), unit));
        }
        Object plain = RandomUniverses.plain(component, draw, dates);
        return component.isAnnotationPresent(dev.winnow.model.domain.Timeless.class) ? plain : early(plain);
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
        choice.add(low);
        choice.add(figure.high().isUnbounded() ? low.times(Amount.of(3)).plus(Amount.ONE) : high);
        choice.add(low.plus(Amount.min(high, more)).over(Amount.of(2)));
        choice.removeIf(one -> one.compareTo(most) > 0);
        return draw.one(choice);
    }

    private boolean rows(Facts facts, String city, Map<String, Object> tree) {
        boolean done = true;
        List<Object> complete = new ArrayList<>();
        for (Class<?> type : Types.LISTS) {
            String list = Types.list(type);
            for (Object row : facts.rows(city)) {
                if (row.getClass() == type) {
                    done &= properties(row, find(type, row, tree));
                }
            }
            complete.add(list);
            if (!facts.complete(city, type.getAnnotation(CityList.class).value())) {
                add(type, list, tree);
                done = false;
            }
        }
        tree.put("complete", complete);
        return done;
    }

    private static Map<String, Object> find(Class<?> type, Object row, Map<String, Object> tree) {
        List<Object> key = Arrays.stream(type.getAnnotation(CityList.class).key())
                .map(part -> Objects.requireNonNullElse(Records.get(part, row), "unknown"))
                .toList();
        return Spec.rows(tree, Types.list(type)).stream()
                .filter(one -> RandomUniverses.key(type, one).equals(key))
                .findAny()
                .orElseThrow(() -> new AssertionError("no row " + key));
    }

    /** Up to three rows missing from an incomplete list. */
    private void add(Class<?> type, String list, Map<String, Object> tree) {
        List<Object> rows = Spec.list(tree.computeIfAbsent(list, any -> new ArrayList<>()));
        Set<List<Object>> keys = rows.stream()
                .map(row -> RandomUniverses.key(type, Spec.map(row)))
                .collect(Collectors.toSet());
        for (int i = draw.upTo(3); i > 0; i--) {
            Map<String, Object> row = row(type, i);
            if (keys.add(RandomUniverses.key(type, row))) {
                rows.add(row);
            }
        }
    }

    private Map<String, Object> row(Class<?> type, int number) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("asOf", EARLY.toString());
        List<String> key = Arrays.asList(type.getAnnotation(CityList.class).key());
        for (RecordComponent component : Records.components(type)) {
            String name = component.getName();
            if (key.contains(name)) {
                boolean free = name.equals("id")
                        || name.equals("item")
                        || type.getSimpleName().equals("District");
                row.put(name, free ? "unwritten-" + number : RandomUniverses.plain(component, draw, dates));
            } else if (component.getType() == Figure.class) {
                Unit unit = component
                        .getAnnotation(dev.winnow.model.value.Measured.class)
                        .value();
                row.put(name, spec.words().write(number(null, unit), unit));
            } else if (!STAYS.contains(name)) {
                row.put(name, RandomUniverses.plain(component, draw, dates));
            }
        }
        return row;
    }

    private boolean presences(Facts facts, String city, Map<String, Object> tree) {
        boolean done = true;
        List<@Nullable String> views = new ArrayList<>();
        views.add(null);
        facts.projects().forEach(project -> views.add(project.id()));
        for (String view : views) {
            for (Presence presence : facts.presences(city, view)) {
                done &= decide("link", presence.link(), presence.held(), tree);
            }
        }
        if (done) {
            for (String view : views) {
                for (Coverage coverage : facts.coverages(city, view)) {
                    done &= decide("stage", coverage.stage(), coverage.held(), tree);
                }
            }
        }
        return done;
    }

    /** Whether nothing had to be done. */
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
            return false; // Another view asked for it already.
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
            return false; // The links of a landed project are what is missing.
        }
        LocalDate after = last == null ? EARLY : last.plusDays(1);
        Map<String, Object> statement = new LinkedHashMap<>();
        statement.put(what, name);
        statement.put("held", !meek && draw.chance(0.5));
        statement.put("asOf", after.toString());
        statement.put("note", DECIDED);
        statements.add(statement);
        return false;
    }

    /** From when a statement counts. */
    private static LocalDate day(Map<String, Object> statement, Map<String, Object> city) {
        Object own = statement.getOrDefault("asOf", city.get("asOf"));
        Object source = city.get("source");
        return own != null ? LocalDate.parse((String) own) : Words.published(String.valueOf(source));
    }
}
