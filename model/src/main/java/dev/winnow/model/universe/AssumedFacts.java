package dev.winnow.model.universe;

import dev.winnow.model.domain.City;
import dev.winnow.model.domain.Coverage;
import dev.winnow.model.domain.DeclaredRow;
import dev.winnow.model.domain.Presence;
import dev.winnow.model.domain.Project;
import dev.winnow.model.internal.assumption.Assumable;
import dev.winnow.model.internal.assumption.Assumable.Subject;
import dev.winnow.model.internal.assumption.Assumption;
import dev.winnow.model.internal.assumption.Assumptions;
import dev.winnow.model.internal.assumption.Filling;
import dev.winnow.model.internal.history.View;
import dev.winnow.model.source.Internal;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.StartOfList;
import dev.winnow.model.vocabulary.Component;
import dev.winnow.model.vocabulary.RecordShape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Facts of a day with assumptions for unknown values: known values stay, and values without an assumption stay unknown.
 * Immutable and thread-safe.
 */
public final class AssumedFacts extends Facts {

    private final Facts known;
    private final StatementStore store;
    private final View view;
    /** The assumptions in force, by kind of subject and fact. */
    private final Map<Subject, Map<Assumable, List<Assumption>>> assumptions;

    /** A fact with another value than the assumptions give; null if there is none. */
    private final @Nullable Turn turn;

    private final Map<String, FilledCity> cities = new ConcurrentHashMap<>();
    private final Map<String, FilledLinks> links = new ConcurrentHashMap<>();

    /**
     * A fact with another assumed value.
     *
     * @param value the other value; null if nothing is assumed
     */
    private record Turn(String fact, @Nullable Object value) {}

    /** A city and its rows with assumed values. */
    private record FilledCity(City city, List<Object> rows, Set<String> complete, List<FilledFact> filled) {}

    /** The links and stages of a city with assumed values. */
    private record FilledLinks(Holdings.Held held, List<FilledFact> filled) {}

    AssumedFacts(Facts known, StatementStore store, View view, Assumptions assumptions) {
        this(known, store, view, bySubject(assumptions.on(view.day())), null);
    }

    private AssumedFacts(
            Facts known,
            StatementStore store,
            View view,
            Map<Subject, Map<Assumable, List<Assumption>>> assumptions,
            @Nullable Turn turn) {
        super(store, view, known);
        this.known = known;
        this.store = store;
        this.view = view;
        this.assumptions = assumptions;
        this.turn = turn;
    }

    private static Map<Subject, Map<Assumable, List<Assumption>>> bySubject(
            Map<Assumable, List<Assumption>> assumptions) {
        Map<Subject, Map<Assumable, List<Assumption>>> bySubject = new HashMap<>();
        assumptions.forEach((about, list) -> bySubject
                .computeIfAbsent(about.subject(), subject -> new TreeMap<>(Comparator.comparing(Assumable::name)))
                .put(about, list));
        return bySubject;
    }

    /**
     * Returns these facts with another assumed value for one fact of a city.
     *
     * @param fact the fact, with its row
     * @param value its other value; null if it stays unknown
     */
    public AssumedFacts turned(String fact, @Nullable Object value) {
        return new AssumedFacts(known, store, view, assumptions, new Turn(fact, value));
    }

    /**
     * A row of a city with two assumed values for one fact.
     *
     * @param assumed the row with the value of the assumption
     * @param otherwise the same row with the other value
     */
    public record TurnedRow(Object assumed, Object otherwise) {}

    /**
     * Returns the row that changes if another value is assumed for one fact of a city. It is the only one, since no
     * assumption reads the result of another.
     *
     * @param value the other value; null if the fact keeps its known state
     * @return null if the fact belongs to no row
     */
    public @Nullable TurnedRow turnedRow(String city, FilledFact fact, @Nullable Object value) {
        Assumable about = fact.assumption().about();
        City of = known.city(city);
        if (about.subject() != Subject.ROW || of == null || turn != null) {
            return null;
        }
        RecordShape<?> shape = Objects.requireNonNull(vocabulary().rows().get(about.list()));
        List<?> before = known.rows(city);
        List<Object> after = filled(of).rows;
        for (int i = 0; i < after.size(); i++) {
            Record row = (Record) before.get(i);
            if (isOf(shape, row) && about.path(id(shape, row)).equals(fact.fact())) {
                String component = component(about).name();
                Map<String, @Nullable Object> changed = new HashMap<>();
                changed.put(component, value == null ? shape.value(row, component) : value);
                return new TurnedRow(after.get(i), shape.with((Record) after.get(i), changed));
            }
        }
        return null;
    }

    private static String id(RecordShape<?> shape, Record row) {
        return shape.key().stream()
                .map(key -> String.valueOf(shape.value(row, key)))
                .collect(Collectors.joining("/"));
    }

    private static boolean isOf(RecordShape<?> shape, Record row) {
        return row instanceof DeclaredRow declared
                ? shape.name().equals(declared.type())
                : shape.type() == row.getClass();
    }

    /** Returns the facts without any assumption. */
    public Facts known() {
        return known;
    }

    @Override
    public List<Project> projects() {
        return known.projects().stream().map(this::fill).toList();
    }

    @Override
    public @Nullable Project project(String id) {
        Project project = known.project(id);
        return project == null ? null : fill(project);
    }

    @Override
    public List<City> cities() {
        return known.cities().stream().map(city -> filled(city).city).toList();
    }

    @Override
    public @Nullable City city(String id) {
        City city = known.city(id);
        return city == null ? null : filled(city).city;
    }

    @Override
    public List<Object> rows(String city) {
        City of = known.city(city);
        return of == null ? List.of() : filled(of).rows;
    }

    @Override
    public boolean complete(String city, String list) {
        City of = known.city(city);
        return known.complete(city, list) || (of != null && filled(of).complete.contains(list));
    }

    @Override
    public List<Presence> presences(String city, @Nullable String exceptProject) {
        return links(city, exceptProject).held.presences();
    }

    @Override
    public List<Coverage> coverages(String city, @Nullable String exceptProject) {
        return links(city, exceptProject).held.coverages();
    }

    /**
     * Returns the assumptions that fill nothing: their subject is known or does not exist.
     *
     * @param some some of the assumptions of these facts
     */
    public List<Assumption> idle(List<Assumption> some) {
        Set<Assumption> used = Collections.newSetFromMap(new IdentityHashMap<>());
        known.projects().forEach(project -> filled(project).forEach(fact -> used.add(fact.assumption())));
        known.cities().forEach(city -> filled(city.id(), null).forEach(fact -> used.add(fact.assumption())));
        return some.stream()
                .filter(one -> !used.contains(one) && !(one.filling() instanceof Filling.StaysUnknown))
                .toList();
    }

    /** Returns a project with its unknown facts filled by assumptions. */
    public Project fill(Project project) {
        return fill(project, filled(project));
    }

    /** Returns a project with assumed values for some of its unknown facts. */
    public Project fill(Project project, List<FilledFact> facts) {
        if (facts.isEmpty()) {
            return project;
        }
        return vocabulary().project().with(project, values(facts));
    }

    /** Returns the facts assumed for a project, sorted by name. */
    public List<FilledFact> filled(Project project) {
        Map<Assumable, List<Assumption>> ofProjects = assumptions.getOrDefault(Subject.PROJECT, Map.of());
        List<FilledFact> filled = new ArrayList<>();
        RecordShape<Project> shape = vocabulary().project();
        Function<String, @Nullable Object> stated = key -> key.equals(Assumable.REACHED)
                ? milestones(project.id()).stream()
                        .map(milestone -> milestone.step())
                        .collect(Collectors.toSet())
                : shape.value(project, key);
        ofProjects.forEach((about, list) -> add(about.name(), about, list, stated, filled));
        return filled;
    }

    /**
     * Returns the facts assumed for a city, its rows, links and stages, sorted by name.
     *
     * @param exceptProject a project whose own landing is ignored; null for none
     */
    public List<FilledFact> filled(String city, @Nullable String exceptProject) {
        City of = known.city(city);
        List<FilledFact> all = new ArrayList<>(of == null ? List.of() : filled(of).filled);
        all.addAll(links(city, exceptProject).filled);
        all.sort(Comparator.comparing(FilledFact::fact));
        return all;
    }

    private FilledCity filled(City city) {
        return cities.computeIfAbsent(city.id(), id -> fillCity(city));
    }

    private FilledCity fillCity(City city) {
        Set<String> lists = known.listed(city.id());
        RecordShape<City> shape = vocabulary().city();
        Function<String, @Nullable Object> stated = stated(city, lists);
        List<FilledFact> filled = filledOf(stated);
        Map<String, @Nullable Object> values = values(filled);
        Set<String> complete = new HashSet<>();
        assumptions.getOrDefault(Subject.LIST, Map.of()).forEach((about, list) -> {
            String name = Objects.requireNonNull(about.list());
            if (!known.complete(city.id(), name)) {
                int before = filled.size();
                add(about.name(), about, list, stated, filled);
                if (filled.size() > before) {
                    complete.add(name);
                }
            }
        });
        List<Object> rows = known.rows(city.id()).stream()
                .map(row -> fillRow(city.id(), (Record) row, lists, filled))
                .toList();
        return new FilledCity(values.isEmpty() ? city : shape.with(city, values), rows, complete, List.copyOf(filled));
    }

    /** Returns a city with its own unknown facts filled by assumptions. */
    @Internal
    public City fill(City city) {
        List<FilledFact> filled = filledOf(stated(city, known.listed(city.id())));
        return filled.isEmpty() ? city : vocabulary().city().with(city, values(filled));
    }

    /** Returns a row of a city's list with its unknown facts filled by assumptions. */
    @Internal
    public Object fill(String city, Record row) {
        return fillRow(city, row, known.listed(city), new ArrayList<>());
    }

    private Function<String, @Nullable Object> stated(City city, Set<String> lists) {
        RecordShape<City> shape = vocabulary().city();
        return key -> key.equals(Assumable.LISTS) ? lists : shape.value(city, key);
    }

    /** Returns the facts assumed for the properties of the city itself. */
    private List<FilledFact> filledOf(Function<String, @Nullable Object> stated) {
        List<FilledFact> filled = new ArrayList<>();
        assumptions
                .getOrDefault(Subject.CITY, Map.of())
                .forEach((about, list) -> add(about.name(), about, list, stated, filled));
        return filled;
    }

    private Object fillRow(String city, Record row, Set<String> lists, List<FilledFact> into) {
        RecordShape<?> shape = shape(row);
        List<FilledFact> filled = new ArrayList<>();
        Function<String, @Nullable Object> stated = key -> switch (key) {
            case Assumable.CITY -> city;
            case Assumable.LISTS -> lists;
            default -> shape.value(row, key);
        };
        assumptions.getOrDefault(Subject.ROW, Map.of()).forEach((about, list) -> {
            if (shape.list().equals(about.list())) {
                add(about.path(id(shape, row)), about, list, stated, filled);
            }
        });
        if (filled.isEmpty()) {
            return row;
        }
        into.addAll(filled);
        return shape.with(row, values(filled));
    }

    private RecordShape<?> shape(Record row) {
        Map<String, RecordShape<?>> shapes = vocabulary().rows();
        for (RecordShape<?> shape : shapes.values()) {
            if (isOf(shape, row)) {
                return shape;
            }
        }
        throw new IllegalStateException("no list has rows of type " + row);
    }

    private FilledLinks links(String city, @Nullable String exceptProject) {
        String except = exceptProject == null || !known.present(exceptProject, city) ? "" : exceptProject;
        return links.computeIfAbsent(city + "\n" + except, key -> fillLinks(city, except.isEmpty() ? null : except));
    }

    private FilledLinks fillLinks(String city, @Nullable String except) {
        List<FilledFact> filled = new ArrayList<>();
        Set<String> lists = known.listed(city);
        Holdings.Held held = holdings(city)
                .assuming(
                        except,
                        link -> held(
                                Subject.LINK,
                                link.presence().link(),
                                key -> switch (key) {
                                    case Assumable.CITY -> city;
                                    case Assumable.LISTS -> lists;
                                    case Assumable.DECIDED -> link.decided();
                                    case "chain" -> link.presence().chain();
                                    case "stage" -> link.presence().stage();
                                    default -> link.presence().link();
                                },
                                filled),
                        stage -> held(
                                Subject.STAGE,
                                stage.stage(),
                                key -> switch (key) {
                                    case Assumable.CITY -> city;
                                    case Assumable.LISTS -> lists;
                                    case "chain" -> stage.chain();
                                    default -> stage.stage();
                                },
                                filled));
        return new FilledLinks(held, List.copyOf(filled));
    }

    private @Nullable Boolean held(
            Subject subject, String id, Function<String, @Nullable Object> stated, List<FilledFact> into) {
        int before = into.size();
        assumptions.getOrDefault(subject, Map.of()).forEach((about, list) -> {
            FilledFact filled = chosen(about.path(id), about, list, stated, null);
            if (filled != null) {
                into.add(filled);
            }
        });
        return into.size() == before ? null : (Boolean) into.get(before).value();
    }

    /** Adds a fact if it is unknown and an assumption applies. */
    private void add(
            String path,
            Assumable about,
            List<Assumption> list,
            Function<String, @Nullable Object> stated,
            List<FilledFact> into) {
        Component component = about.component();
        Object value = component == null ? null : stated.apply(component.name());
        if (value == null || value instanceof StartOfList<?>) {
            FilledFact filled = chosen(path, about, list, stated, value);
            if (filled != null) {
                into.add(filled);
            }
        }
    }

    private @Nullable FilledFact chosen(
            String path,
            Assumable about,
            List<Assumption> list,
            Function<String, @Nullable Object> stated,
            @Nullable Object before) {
        for (Assumption assumption : list) {
            if (applies(assumption, stated)) {
                if (assumption.filling() instanceof Filling.StaysUnknown) {
                    return null;
                }
                Object value = value(assumption.filling(), about, stated, before);
                if (value != null) {
                    return turned(new FilledFact(path, assumption, value));
                }
            }
        }
        return null;
    }

    private @Nullable FilledFact turned(FilledFact fact) {
        if (turn == null || !turn.fact.equals(fact.fact())) {
            return fact;
        }
        return turn.value == null ? null : new FilledFact(fact.fact(), fact.assumption(), turn.value);
    }

    private static boolean applies(Assumption assumption, Function<String, @Nullable Object> stated) {
        for (Map.Entry<String, String> condition : assumption.where().entrySet()) {
            Object value = stated.apply(condition.getKey());
            boolean met = value instanceof Collection<?> list
                    ? list.contains(condition.getValue())
                    : value != null && value.toString().equals(condition.getValue());
            if (!met) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns the value of an assumption; null if it does not apply.
     *
     * @param before the known part of a list that may be incomplete; null if nothing is known
     */
    private @Nullable Object value(
            Filling filling, Assumable about, Function<String, @Nullable Object> stated, @Nullable Object before) {
        if (filling instanceof Filling.Value assumed) {
            return before == null ? assumed.value() : null;
        }
        if (filling instanceof Filling.ShareOf share) {
            return stated.apply(share.of()) instanceof Figure whole ? part(whole, share.part()) : null;
        }
        if (about.component() == null) {
            return true;
        }
        if (about.component().kind() == Component.Kind.DATE) {
            return asOf();
        }
        return before instanceof List<?> list ? List.copyOf(list) : List.of();
    }

    private static Figure part(Figure whole, Figure part) {
        Figure product = Objects.requireNonNull(Figure.product(whole, part));
        Amount most = whole.unit().isShare() ? Amount.ONE : Amount.UNBOUNDED;
        return Figure.between(Amount.min(product.low(), most), Amount.min(product.high(), most), whole.unit());
    }

    /** Returns the values of facts by component. */
    private static Map<String, @Nullable Object> values(List<FilledFact> facts) {
        Map<String, @Nullable Object> values = new HashMap<>();
        facts.forEach(fact -> values.put(component(fact.assumption().about()).name(), fact.value()));
        return values;
    }

    private static Component component(Assumable about) {
        return Objects.requireNonNull(about.component());
    }
}
