package dev.winnow.past.scenarios;

import dev.winnow.engine.RulePack;
import dev.winnow.language.LimitSummary;
import dev.winnow.language.LimitSummary.Dated;
import dev.winnow.language.internal.check.CheckedPack;
import dev.winnow.language.internal.pack.LimitTable;
import dev.winnow.model.internal.declared.Fields;
import dev.winnow.model.internal.history.Origin;
import dev.winnow.model.internal.read.Entries;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.FigureText;
import dev.winnow.model.value.Unit;
import dev.winnow.model.vocabulary.Component;
import dev.winnow.model.vocabulary.FactName;
import dev.winnow.model.vocabulary.RecordShape;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.past.scenarios.ScenarioChange.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads scenarios and applies their changes. Changed values count from the day of the screening. Problems are reported
 * at their place; a change with a problem is left out.
 */
public final class ScenarioReader {

    /** The keys that name an entry, which no scenario changes. */
    private static final List<String> IDENTITY = List.of("id", "name");

    private static final String PROJECTS = "projects";
    private static final String CITIES = "cities";
    private static final String PRESENCES = "presences";
    private static final String COVERAGES = "coverages";
    private static final String MILESTONES = "milestones";

    /** A project or a city, and a name within it. */
    private record Subject(String list, String id, String rest) {

        String kind() {
            return list.equals(PROJECTS) ? Vocabulary.PROJECT : Vocabulary.CITY;
        }

        String fact() {
            return kind() + "." + rest;
        }
    }

    private final Universe base;
    private final RulePack pack;
    private final LocalDate day;
    private final IntPredicate made;
    private final List<Problem> problems;
    private final RevisedFiles files;
    private final List<ScenarioChange> changes = new ArrayList<>();

    /** @param made selects the changes that are made, by position in the file */
    private ScenarioReader(Universe base, RulePack pack, LocalDate day, IntPredicate made, List<Problem> problems) {
        this.base = base;
        this.pack = pack;
        this.day = day;
        this.made = made;
        this.problems = problems;
        this.files = new RevisedFiles(base);
    }

    /**
     * Reads the scenarios of a file.
     *
     * @param root the root of the file
     * @param universe the universe that the scenarios change
     * @param pack the pack whose limits may change
     * @param day the day of the screening, from which changed values count
     * @param problems receives the problems found
     */
    public static List<NamedScenario> read(
            Node root, Universe universe, RulePack pack, LocalDate day, List<Problem> problems) {
        Fields file = ScenarioKeys.FILE.read(root, problems);
        List<NamedScenario> scenarios = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Node node : file == null ? List.<Node>of() : file.items("scenarios")) {
            NamedScenario scenario = new ScenarioReader(universe, pack, day, any -> true, problems).scenario(node);
            if (scenario != null && ids.add(scenario.id())) {
                scenarios.add(scenario);
            } else if (scenario != null) {
                problems.add(Objects.requireNonNull(node.get("id"))
                        .problem(Message.of("there are two scenarios `%s`", scenario.id())));
            }
        }
        return scenarios;
    }

    private @Nullable NamedScenario scenario(Node node) {
        int before = problems.size();
        Fields fields = ScenarioKeys.SCENARIO.read(node, problems);
        if (fields == null) {
            return null;
        }
        String id = fields.text("id");
        Changed changed = changed(fields);
        if (id == null) {
            return null;
        }
        if (changes.isEmpty()) {
            if (problems.size() == before) {
                problems.add(node.problem(
                        Message.of("scenario `%s` changes nothing", id),
                        Message.of(
                                "give one of %s",
                                Message.names(List.of("facts", "remove", "add", "rates", "limits")))));
            }
            return null;
        }
        NamedScenario.Origin whole = new NamedScenario.Origin(node, base, pack, day, positions(any -> true));
        List<Problem> found = newProblems(changed.universe());
        problems.addAll(found);
        List<Integer> sound = found.isEmpty()
                ? whole.positions()
                : positions(one ->
                        newProblems(without(whole, others(one)).universe()).isEmpty());
        NamedScenario.Origin origin = new NamedScenario.Origin(node, base, pack, day, sound);
        Changed made = found.isEmpty() ? changed : without(origin, Set.of());
        return new NamedScenario(
                id,
                fields.text("name", id),
                fields.text("note"),
                sound.stream().map(changes::get).toList(),
                made.universe(),
                made.pack(),
                origin);
    }

    private List<Integer> positions(IntPredicate chosen) {
        return IntStream.range(0, changes.size()).filter(chosen).boxed().toList();
    }

    private Set<Integer> others(int position) {
        return Set.copyOf(positions(other -> other != position));
    }

    /** Returns the problems of a changed universe that the base does not have. */
    private List<Problem> newProblems(Universe universe) {
        Set<Problem> known = new HashSet<>(base.problems());
        return universe.problems().stream().filter(one -> !known.contains(one)).toList();
    }

    /**
     * A universe and a pack with changes made.
     *
     * @param universe the universe
     * @param pack the pack
     */
    record Changed(Universe universe, RulePack pack) {}

    /**
     * Makes the changes of a scenario that was read before, except some.
     *
     * @param undone the positions of the exceptions among the changes of the scenario
     */
    static Changed without(NamedScenario.Origin origin, Set<Integer> undone) {
        List<Integer> made = IntStream.range(0, origin.positions().size())
                .filter(one -> !undone.contains(one))
                .mapToObj(origin.positions()::get)
                .toList();
        List<Problem> reported = new ArrayList<>();
        return new ScenarioReader(origin.base(), origin.pack(), origin.day(), made::contains, reported)
                .changed(Objects.requireNonNull(ScenarioKeys.SCENARIO.read(origin.node(), reported)));
    }

    private Changed changed(Fields fields) {
        each(fields, "facts", this::fact);
        fields.items("remove").forEach(this::remove);
        each(fields, "add", this::add);
        each(fields, "rates", this::rate);
        Node limits = fields.value("limits");
        RulePack other = limits == null ? pack : limits(limits);
        return new Changed(files.universe(), other);
    }

    private void each(Fields fields, String key, Consumer<Node.Field> change) {
        Node map = fields.value(key);
        if (map != null && map.hasKeys(Message.of("`%s`", key), problems)) {
            map.each().forEach(change);
        }
    }

    /** Notes a change; returns whether it is made. */
    private boolean isMade(ScenarioChange change) {
        changes.add(change);
        return made.test(changes.size() - 1);
    }

    private static ScenarioChange change(Kind kind, String name, @Nullable String before, @Nullable String after) {
        return new ScenarioChange(kind, name, "", "", "", before, after);
    }

    private @Nullable Subject subject(Node at, String text, Message advice) {
        int dot = text.indexOf('.');
        String word = (dot < 0 ? text : text.substring(0, dot)).strip();
        String rest = dot < 0 ? "" : text.substring(dot + 1).strip();
        String project = base.findProject(word);
        String city = base.findCity(word);
        if (project == null && city == null) {
            Set<String> known = new TreeSet<>(base.projectIds());
            known.addAll(base.cityIds());
            problems.add(
                    at.problem(Message.of("unknown project or city `%s`", word), Nearest.advice(word, known, advice)));
            return null;
        }
        return project != null
                ? new Subject(PROJECTS, project, rest)
                : new Subject(CITIES, Objects.requireNonNull(city), rest);
    }

    private void fact(Node.Field field) {
        Node key = Node.scalar(field.place(), field.key());
        Subject subject = subject(
                key, field.key(), Message.of("write project or city and fact, such as `%s`", "sien.fundingNeed"));
        Node entry = subject == null ? null : files.entry(subject.list(), subject.id());
        if (subject == null || entry == null || field.value().flawed()) {
            return;
        }
        FactName name = FactName.of(subject.fact());
        boolean unknown = field.value().kind() == Node.Kind.NULL
                || (field.value().isScalar() && field.value().text().strip().equals(ScenarioChange.UNKNOWN));
        RecordShape<?> shape = shape(name);
        Component component = shape == null
                ? null
                : shape.stated().stream()
                        .filter(one -> one.name().equals(name.property()) && !IDENTITY.contains(one.name()))
                        .findFirst()
                        .orElse(null);
        Node value = unknown ? null : field.value();
        Node next;
        Node before;
        if (isHolding(name)) {
            before = holdings(entry, name).stream()
                    .reduce((one, later) -> later)
                    .map(row -> row.get("held"))
                    .orElse(null);
            next = holding(entry, name, value);
        } else if (shape == null || component == null) {
            problems.add(key.problem(
                    Message.of("`%s` is not a fact of `%s`", subject.rest(), subject.id()),
                    Nearest.advice(subject.rest(), facts(subject, entry))));
            return;
        } else if (name.row().isEmpty()) {
            before = entry.get(name.property());
            next = stated(entry, component, value);
        } else {
            before = rows(entry, name.list()).stream()
                    .filter(row -> key(shape, row).equals(name.row()))
                    .findFirst()
                    .map(row -> row.get(name.property()))
                    .orElse(null);
            next = inRows(entry, shape, name, component, key, value);
        }
        if (next != null
                && isMade(new ScenarioChange(
                        Kind.FACT,
                        subject.id() + "." + subject.rest(),
                        subject.list(),
                        subject.id(),
                        subject.fact(),
                        before == null ? null : shown(before),
                        unknown ? ScenarioChange.UNKNOWN : shown(field.value())))) {
            files.replace(subject.list(), subject.id(), next);
            files.supersede(subject.kind(), subject.id(), subject.fact());
        }
    }

    private static boolean isHolding(FactName name) {
        return (name.list().equals(PRESENCES) || name.list().equals(COVERAGES))
                && name.property().equals("held")
                && name.isOfCity();
    }

    /** Returns the shape of the record that has a fact; null if there is none. */
    private @Nullable RecordShape<?> shape(FactName name) {
        Vocabulary vocabulary = base.vocabulary();
        if (name.list().equals(Vocabulary.PROJECT)) {
            return vocabulary.project();
        }
        if (name.list().equals(Vocabulary.CITY)) {
            return vocabulary.city();
        }
        return name.isOfProject()
                ? name.list().equals(MILESTONES) ? Vocabulary.milestone() : null
                : vocabulary.rows().get(name.list());
    }

    /** Returns the facts of an entry that a mistyped name may mean. */
    private Set<String> facts(Subject subject, Node entry) {
        Vocabulary vocabulary = base.vocabulary();
        Set<String> facts = new TreeSet<>();
        (subject.list().equals(PROJECTS) ? vocabulary.project() : vocabulary.city())
                .stated()
                .forEach(one -> facts.add(one.name()));
        if (subject.list().equals(CITIES)) {
            vocabulary
                    .rows()
                    .forEach((list, shape) -> rows(entry, list)
                            .forEach(row -> shape.stated()
                                    .forEach(one -> facts.add(list + "." + key(shape, row) + "." + one.name()))));
        }
        return facts;
    }

    /** Returns an entry or row with one value for a fact, in place of its history. */
    private Node stated(Node owner, Component component, @Nullable Node value) {
        if (value == null) {
            return owner.with(owner.each().stream()
                    .filter(field -> !field.key().equals(component.name()))
                    .toList());
        }
        return owner.with(
                component.name(),
                component.timeless()
                        ? value
                        : dated(
                                value,
                                value.isMap() ? value.each() : List.of(new Node.Field("value", value.place(), value))));
    }

    /** Returns a map of fields with the day of the screening and the file of scenarios as source, unless given. */
    private Node dated(Node at, List<Node.Field> fields) {
        Map<String, Node.Field> all = new LinkedHashMap<>();
        fields.forEach(field -> all.put(field.key(), field));
        all.putIfAbsent("asOf", new Node.Field("asOf", at.place(), Node.scalar(at.place(), day.toString())));
        all.putIfAbsent("source", new Node.Field("source", at.place(), Origin.file(at.place())));
        return Node.map(at.place(), all.values());
    }

    private static String holder(FactName name) {
        return name.list().equals(PRESENCES) ? "link" : "stage";
    }

    /** Returns the statements on a link or stage. */
    private static List<Node> holdings(Node city, FactName name) {
        return rows(city, PRESENCES).stream()
                .filter(row -> name.row().equals(RevisedFiles.text(row, holder(name))))
                .toList();
    }

    /** Returns a city with one statement on a link or stage. */
    private Node holding(Node city, FactName name, @Nullable Node value) {
        String key = holder(name);
        List<Node> rows = new ArrayList<>(rows(city, PRESENCES));
        rows.removeAll(holdings(city, name));
        if (value != null) {
            rows.add(dated(
                    value,
                    List.of(
                            new Node.Field(key, value.place(), Node.scalar(value.place(), name.row())),
                            new Node.Field("held", value.place(), value))));
        }
        return city.with(PRESENCES, Node.list(city.place(), rows));
    }

    private @Nullable Node inRows(
            Node entry, RecordShape<?> shape, FactName name, Component component, Node key, @Nullable Node value) {
        boolean found = false;
        List<Node> rows = new ArrayList<>();
        for (Node row : rows(entry, name.list())) {
            boolean meant = key(shape, row).equals(name.row());
            found |= meant;
            rows.add(meant ? stated(row, component, value) : row);
        }
        if (!found) {
            noRow(entry, shape, name.list(), name.row(), key);
            return null;
        }
        return entry.with(name.list(), Node.list(entry.place(), rows));
    }

    private void noRow(Node entry, RecordShape<?> shape, String list, String row, Node at) {
        problems.add(at.problem(
                Message.of("`%s` has no row `%s`", list, row),
                Nearest.advice(
                        row,
                        rows(entry, list).stream().map(one -> key(shape, one)).toList())));
    }

    private static List<Node> rows(Node entry, String list) {
        Node rows = entry.get(list);
        return rows == null || !rows.isList()
                ? List.of()
                : rows.items().stream().filter(Node::isMap).toList();
    }

    /** Returns the key of a row as in the names of facts. */
    private String key(RecordShape<?> shape, Node row) {
        return shape.key().stream()
                .map(part -> Objects.requireNonNullElse(RevisedFiles.text(row, part), ""))
                .map(text -> base.firmNames().canonical(text))
                .collect(Collectors.joining("/"));
    }

    /** Removes a project or city, a list of one, or a row of a list. */
    private void remove(Node item) {
        Subject subject = item.isScalar()
                ? subject(
                        item,
                        item.text().strip(),
                        Message.of("write a project, a city or a row, such as `%s`", "qingdao.demands.automotive"))
                : null;
        if (!item.isScalar()) {
            problems.add(item.problem(
                    Message.of("expected a name, found %s", item.kind().words())));
        }
        Node entry = subject == null ? null : files.entry(subject.list(), subject.id());
        if (subject == null || entry == null) {
            return;
        }
        int dot = subject.rest().indexOf('.');
        String list = dot < 0 ? subject.rest() : subject.rest().substring(0, dot);
        String row = dot < 0 ? "" : subject.rest().substring(dot + 1);
        RecordShape<?> shape = list.equals(MILESTONES) && subject.list().equals(PROJECTS)
                ? Vocabulary.milestone()
                : subject.list().equals(CITIES) ? base.vocabulary().rows().get(list) : null;
        if (!list.isEmpty() && shape == null) {
            problems.add(item.problem(
                    Message.of("`%s` is not a list of rows of `%s`", list, subject.id()),
                    Nearest.advice(list, base.vocabulary().rows().keySet())));
            return;
        }
        List<Node> left = shape == null || row.isEmpty()
                ? List.of()
                : rows(entry, list).stream()
                        .filter(one -> !key(shape, one).equals(row))
                        .toList();
        if (shape != null && !row.isEmpty() && left.size() == rows(entry, list).size()) {
            noRow(entry, shape, list, row, item);
            return;
        }
        String removed = shape == null ? subject.id() : subject.id() + "." + subject.rest();
        if (isMade(new ScenarioChange(Kind.REMOVED, removed, subject.list(), subject.id(), "", null, null))) {
            if (shape == null) {
                files.remove(subject.list(), subject.id());
            } else {
                files.replace(subject.list(), subject.id(), entry.with(list, Node.list(item.place(), left)));
            }
        }
    }

    /** Adds entries of the universe, or rows of a city or project under {@code CITY.LIST}. */
    private void add(Node.Field field) {
        Node items = field.value();
        if (!items.isList()) {
            problems.add(items.problem(
                    Message.of("expected a list, found %s", items.kind().words())));
            return;
        }
        Node key = Node.scalar(field.place(), field.key());
        Subject subject = field.key().indexOf('.') < 0
                ? null
                : subject(key, field.key(), Message.of("write a city and its list, such as `%s`", "qingdao.demands"));
        Node entry = subject == null ? null : files.entry(subject.list(), subject.id());
        if (field.key().indexOf('.') >= 0 && entry == null) {
            return;
        }
        List<Node> made = items.items().stream()
                .filter(item -> isMade(
                        subject == null
                                ? change(Kind.ADDED, field.key(), null, Entries.shown(item))
                                : new ScenarioChange(
                                        Kind.ADDED,
                                        subject.id() + "." + subject.rest(),
                                        subject.list(),
                                        subject.id(),
                                        "",
                                        null,
                                        Entries.shown(item))))
                .toList();
        if (subject == null || entry == null) {
            files.add(Node.map(
                    field.place(),
                    List.of(new Node.Field(field.key(), field.place(), Node.list(items.place(), made)))));
        } else {
            Node known = entry.get(subject.rest());
            List<Node> rows = new ArrayList<>(known == null || !known.isList() ? List.of() : known.items());
            made.forEach(row -> rows.add(row.isMap() ? dated(row, row.each()) : row));
            files.replace(subject.list(), subject.id(), entry.with(subject.rest(), Node.list(items.place(), rows)));
        }
    }

    /** Replaces the rate of a currency. */
    private void rate(Node.Field field) {
        if (Unit.money(field.key()) == null) {
            problems.add(field.problem(
                    Message.of("unknown currency `%s`", field.key()), Nearest.oneOf(field.key(), Unit.currencies())));
        } else if (isMade(change(Kind.RATE, field.key(), null, Entries.shown(field.value())))) {
            files.replaceRate(
                    field.key(),
                    dated(
                            field.value(),
                            List.of(
                                    new Node.Field("currency", field.place(), Node.scalar(field.place(), field.key())),
                                    new Node.Field(
                                            "in",
                                            field.place(),
                                            Node.scalar(
                                                    field.place(), base.money().currency())),
                                    new Node.Field("rate", field.place(), field.value()))));
        }
    }

    private RulePack limits(Node limits) {
        Map<String, List<Dated>> values = new LinkedHashMap<>();
        for (LimitSummary limit : pack.limits()) {
            values.put(limit.id(), limit.values());
        }
        for (Node.Field field : limits.each()) {
            Node key = Node.scalar(field.place(), field.key());
            Unit unit = pack.limitTable().unit(field.key());
            if (unit == null) {
                problems.add(key.problem(
                        Message.of("pack `%s` has no limit `%s`", pack.name(), field.key()),
                        Nearest.advice(field.key(), values.keySet())));
                continue;
            }
            Figure figure = FigureText.parse(field.value(), unit, Evidence.NONE, problems);
            if (figure == null) {
                continue;
            }
            if (!figure.isExact()) {
                problems.add(field.value().problem(Message.of("a limit must be one exact number")));
                continue;
            }
            Figure was = pack.limitTable().on(day).stream()
                    .filter(one -> one.id().equals(field.key()))
                    .map(one -> one.value())
                    .findFirst()
                    .orElse(null);
            if (isMade(change(
                    Kind.LIMIT,
                    field.key(),
                    was == null ? null : was.toString(),
                    field.value().text().strip()))) {
                values.put(field.key(), List.of(new Dated(null, figure, null, "scenario", field.place())));
            }
        }
        CheckedPack checked = pack.checked();
        return RulePack.of(new CheckedPack(
                        checked.outline(),
                        checked.types(),
                        checked.digest(),
                        LimitTable.of(values, pack.money()),
                        checked.rules(),
                        checked.worked(),
                        checked.files(),
                        checked.accepted(),
                        checked.assumptions(),
                        checked.translation()))
                .inLanguage(pack.language());
    }

    /** Returns the value of a statement, of several dated ones the last. */
    private static String shown(Node node) {
        if (node.isMap() && node.get("value") != null) {
            return Entries.shown(Objects.requireNonNull(node.get("value")));
        }
        if (node.isList()
                && !node.items().isEmpty()
                && node.items().stream().allMatch(item -> item.isMap() && item.get("value") != null)) {
            return shown(node.items().get(node.items().size() - 1));
        }
        return Entries.shown(node);
    }
}
