package dev.winnow.console.option;

import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Notices;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.engine.AsOfPolicy;
import dev.winnow.language.internal.vocabulary.FactTypes;
import dev.winnow.model.internal.assumption.Assumable;
import dev.winnow.model.internal.assumption.Assumption;
import dev.winnow.model.internal.assumption.AssumptionReader;
import dev.winnow.model.internal.assumption.Assumptions;
import dev.winnow.model.internal.assumption.Filling;
import dev.winnow.model.internal.history.FirmNames;
import dev.winnow.model.internal.read.RateReader;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Facts;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.vocabulary.Component;
import dev.winnow.model.vocabulary.RecordShape;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.report.internal.layout.Columns;
import dev.winnow.tables.internal.cells.TextList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The {@code --assume} option. */
public final class AssumeOption {

    private static final String NAME = "--assume";
    private static final String NOTHING = "nothing-unlisted";
    private static final Map<String, String> FLAGS = Map.of("yes", "true", "no", "false", "是", "true", "否", "false");

    @Option(
            names = NAME,
            paramLabel = "FACT=VALUE",
            description = "Assume a fact where it is unknown, in the base case of this run: project.yieldRate=0.92 for"
                    + " every project, sien.yieldRate=0.92 for one project, city.funds=nothing-unlisted; unknown as a value"
                    + " assumes nothing. May be repeated.")
    private final List<String> assumed = new ArrayList<>();

    /** A fact and the conditions on its subject. */
    private record Meant(String fact, Map<String, String> where) {}

    /**
     * Reads the assumptions; reports those of the option and of the universes that fill no unknown.
     *
     * @param universes the universe to screen, or the two to compare
     * @param asOfPolicy the day of judgement; with decision days nothing is reported, since each candidate has its own
     */
    public Assumptions read(List<Universe> universes, AsOfPolicy asOfPolicy, Notices notices) {
        Assumptions given = read(universes);
        notices.notes(given.list().stream()
                .filter(one -> one.filling() instanceof Filling.Value)
                .map(one -> RateReader.note(one.place(), ((Filling.Value) one.filling()).value()))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList());
        if (!asOfPolicy.atDecisions()) {
            Set<Assumption> filling = new HashSet<>();
            Map<Assumption, Problem> idle = new LinkedHashMap<>();
            for (Universe universe : universes) {
                Assumptions all = given.orElse(universe.assumptions());
                if (!all.isEmpty()) {
                    List<Assumption> vain =
                            asOfPolicy.facts(universe).assuming(all).idle(all.list());
                    vain.forEach(one -> idle.putIfAbsent(one, vain(one)));
                    all.list().stream().filter(one -> !vain.contains(one)).forEach(filling::add);
                }
            }
            idle.keySet().removeAll(filling);
            notices.notes(List.copyOf(idle.values()));
            notices.notes(strangers(given, asOfPolicy.facts(universes.get(0))));
        }
        return given;
    }

    /** Reports assumed firms that no fact names: a misspelt name would add an unknown firm. */
    private static List<Problem> strangers(Assumptions given, Facts facts) {
        List<Problem> strangers = new ArrayList<>();
        Set<String> named = null;
        for (Assumption one : given.list()) {
            Component component = one.about().component();
            if (component == null
                    || !FirmNames.LIST.equals(component.refers())
                    || !(one.filling() instanceof Filling.Value value)) {
                continue;
            }
            named = named == null ? firms(facts) : named;
            List<?> texts = value.value() instanceof List<?> list ? list : List.of(value.value());
            for (Object text : texts) {
                String firm = String.valueOf(text);
                if (!named.contains(firm)) {
                    strangers.add(new Problem(
                            one.place(),
                            Message.of("no fact names a firm `%s`: it counts as an unknown firm", firm),
                            0,
                            Nearest.advice(firm, named)));
                }
            }
        }
        return strangers;
    }

    /** Returns the firms named by facts. */
    private static Set<String> firms(Facts facts) {
        Vocabulary vocabulary = facts.vocabulary();
        Set<String> firms = new TreeSet<>();
        facts.projects().forEach(project -> addFirms(vocabulary.project(), project, firms));
        facts.cities()
                .forEach(city -> vocabulary
                        .rows()
                        .values()
                        .forEach(shape -> facts.rows(city.id()).stream()
                                .filter(row -> FactTypes.nameOf(row).equals(shape.name()))
                                .forEach(row -> addFirms(shape, (Record) row, firms))));
        return firms;
    }

    private static void addFirms(RecordShape<?> shape, Record row, Set<String> into) {
        for (Component component : shape.stated()) {
            Object value = FirmNames.LIST.equals(component.refers()) ? shape.value(row, component.name()) : null;
            if (value instanceof List<?> list) {
                list.forEach(member -> into.add(String.valueOf(member)));
            } else if (value != null) {
                into.add(String.valueOf(value));
            }
        }
    }

    private static Problem vain(Assumption one) {
        return new Problem(
                one.place(),
                Message.of("this assumption fills nothing: where it applies, `%s` is known", one.fact()),
                one.origin() == Assumption.Origin.RUN ? 0 : one.fact().length(),
                null);
    }

    /**
     * Reads the assumptions.
     *
     * @param universes the universes whose projects and cities they may name; facts and currency are those of the first
     */
    public Assumptions read(List<Universe> universes) {
        if (assumed.isEmpty()) {
            return Assumptions.NONE;
        }
        Universe first = universes.get(0);
        List<Problem> problems = new ArrayList<>();
        AssumptionReader reader = new AssumptionReader(
                first.vocabulary(), first.money(), first.rates(), Assumption.Origin.RUN, first.references(), problems);
        entries(universes).forEach(entry -> read(entry, reader, problems));
        return reader.all();
    }

    /**
     * Returns the assumptions as entries of an assumptions file; the place of each names the option's value as the
     * file.
     *
     * @param universes the universes whose projects and cities they may name; facts are those of the first
     */
    public List<Node> entries(List<Universe> universes) {
        Map<String, Assumable> facts = Assumable.all(universes.get(0).vocabulary());
        List<Node> entries = new ArrayList<>();
        List<Node> general = new ArrayList<>();
        for (String text : assumed) {
            int equals = text.indexOf('=');
            if (equals < 1) {
                throw refusal(
                        text,
                        Message.of("a fact and a value are needed"),
                        Message.of("did you mean `%s`?", "FACT=VALUE"));
            }
            Meant meant = meant(text.substring(0, equals).strip(), universes, facts);
            Node entry = entry(text, meant, text.substring(equals + 1).strip(), facts.get(meant.fact));
            (meant.where.isEmpty() ? general : entries).add(entry);
        }
        entries.addAll(general); // assumptions about one subject come first
        return entries;
    }

    /** Returns the values of the option as given. */
    public List<String> words() {
        return List.copyOf(assumed);
    }

    private static void read(Node entry, AssumptionReader reader, List<Problem> problems) {
        reader.read(entry);
        if (!problems.isEmpty()) {
            Problem problem = problems.get(0);
            String text = entry.place().file().substring(NAME.length() + 1);
            throw refusal(text, problem.what(), problem.advice());
        }
    }

    private static Refusal refusal(String text, Message what, @Nullable Message advice) {
        return new Refusal(
                Exit.USAGE,
                Message.of("`%s`: %s", NAME + " " + Columns.clean(text), what).with(advice));
    }

    private static Node entry(String text, Meant meant, String value, @Nullable Assumable about) {
        Place place = Place.file(NAME + " " + Columns.clean(text));
        List<Node.Field> fields = new ArrayList<>();
        fields.add(field(place, "fact", Node.scalar(place, meant.fact)));
        if (!meant.where.isEmpty()) {
            List<Node.Field> where = new ArrayList<>();
            meant.where.forEach((key, word) -> where.add(field(place, key, Node.scalar(place, word))));
            fields.add(field(place, "where", Node.map(place, where)));
        }
        fields.add(
                value.equals(NOTHING)
                        ? field(place, NOTHING, Node.scalar(place, "true"))
                        : field(place, "value", value(place, value, about)));
        fields.add(field(place, "source", Node.scalar(place, NAME)));
        return Node.map(place, fields);
    }

    private static Node value(Place place, String value, @Nullable Assumable about) {
        Component component = about == null ? null : about.component();
        if (component != null && component.kind() == Component.Kind.TEXTS && !value.equals("unknown")) {
            String bare = value.startsWith("[") && value.endsWith("]") ? value.substring(1, value.length() - 1) : value;
            List<Node> items = new ArrayList<>();
            for (String part : bare.split("[,，]", -1)) {
                TextList.split(part).forEach(item -> items.add(Node.scalar(place, item)));
            }
            return Node.list(place, items);
        }
        boolean flag = component != null && component.kind() == Component.Kind.FLAG;
        return Node.scalar(place, flag ? FLAGS.getOrDefault(value, value) : value);
    }

    private static Node.Field field(Place place, String key, Node value) {
        return new Node.Field(key, place, value);
    }

    /**
     * Returns the fact that a name refers to. The name may start with a project or a city, and may name a row as
     * results do.
     */
    private static Meant meant(String name, List<Universe> universes, Map<String, Assumable> facts) {
        Universe universe = universes.get(0);
        if (facts.containsKey(name)) {
            return new Meant(name, Map.of());
        }
        if (facts.containsKey(Vocabulary.PROJECT + "." + name)) {
            return new Meant(Vocabulary.PROJECT + "." + name, Map.of());
        }
        if (name.startsWith(Vocabulary.CITY + ".")) {
            Meant row = row(name, universe, facts);
            return row == null ? new Meant(name, Map.of()) : row;
        }
        int point = name.indexOf('.');
        String subject = point < 0 ? "" : name.substring(0, point);
        String rest = name.substring(point + 1);
        String project = named(subject, universes, Universe::findProject);
        if (project != null && facts.containsKey(Vocabulary.PROJECT + "." + rest)) {
            return new Meant(Vocabulary.PROJECT + "." + rest, Map.of("id", project));
        }
        String city = named(subject, universes, Universe::findCity);
        if (city != null) {
            String fact = Vocabulary.CITY + "." + rest;
            Meant row = facts.containsKey(fact) ? new Meant(fact, Map.of()) : row(fact, universe, facts);
            if (row != null) {
                Map<String, String> where = new TreeMap<>(row.where);
                where.put(ofCityItself(facts.get(row.fact)) ? "id" : Assumable.CITY, city);
                return new Meant(row.fact, where);
            }
        }
        if (point < 0 || project != null) {
            return new Meant(Vocabulary.PROJECT + "." + rest, Map.of());
        }
        if (city == null
                && (facts.containsKey(Vocabulary.PROJECT + "." + rest)
                        || facts.containsKey(Vocabulary.CITY + "." + rest))) {
            throw nobody(subject, universes);
        }
        return new Meant(name, Map.of());
    }

    private static Refusal nobody(String subject, List<Universe> universes) {
        List<String> ids = universes.stream()
                .flatMap(universe -> Stream.concat(universe.projectIds().stream(), universe.cityIds().stream()))
                .distinct()
                .toList();
        return Refusal.unknown(Message.of("unknown project or city `%s`", subject), subject, ids);
    }

    /** Returns the id that a word names in one of the universes; null if it names none. */
    private static @Nullable String named(
            String word, List<Universe> universes, BiFunction<Universe, String, @Nullable String> find) {
        for (Universe universe : universes) {
            String id = word.isEmpty() ? null : find.apply(universe, word);
            if (id != null) {
                return id;
            }
        }
        return null;
    }

    private static boolean ofCityItself(@Nullable Assumable about) {
        return about != null
                && (about.subject() == Assumable.Subject.CITY || about.subject() == Assumable.Subject.LIST);
    }

    /**
     * Returns the fact of one row, such as {@code city.funds.core-park.available}; null if the name is not of this
     * form.
     */
    private static @Nullable Meant row(String name, Universe universe, Map<String, Assumable> facts) {
        int list = name.indexOf('.', Vocabulary.CITY.length() + 1);
        int last = name.lastIndexOf('.');
        if (list < 0 || last <= list) {
            return null;
        }
        String fact = name.substring(0, list) + name.substring(last);
        Assumable about = facts.get(fact);
        if (about == null) {
            return null;
        }
        String row = name.substring(list + 1, last);
        return switch (about.subject()) {
            case LINK -> new Meant(fact, Map.of("link", row));
            case STAGE -> new Meant(fact, Map.of("stage", row));
            case ROW -> {
                RecordShape<?> shape = universe.vocabulary().rows(Objects.requireNonNull(about.list()));
                requireRow(shape, row, universe);
                List<String> keys = shape.key();
                String[] parts = row.split("/", keys.size());
                Map<String, String> where = new TreeMap<>();
                for (int i = 0; i < Math.min(parts.length, keys.size()); i++) {
                    where.put(keys.get(i), parts[i]);
                }
                yield new Meant(fact, where);
            }
            case PROJECT, CITY, LIST -> null;
        };
    }

    private static void requireRow(RecordShape<?> shape, String id, Universe universe) {
        Facts facts = universe.inHindsight(universe.asOf());
        Set<String> ids = new TreeSet<>();
        universe.cityIds()
                .forEach(city -> facts.rows(city).stream()
                        .filter(row -> FactTypes.nameOf(row).equals(shape.name()))
                        .forEach(row -> ids.add(shape.key().stream()
                                .map(key -> String.valueOf(shape.value((Record) row, key)))
                                .collect(Collectors.joining("/")))));
        if (!ids.contains(id)) {
            throw Refusal.unknown(Message.of("no city has `%s` among its `%s`", id, shape.list()), id, ids);
        }
    }
}
