package dev.winnow.tables;

import dev.winnow.model.internal.history.FirmNames;
import dev.winnow.model.result.Names;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.model.universe.EntryKinds;
import dev.winnow.model.universe.Universe;
import dev.winnow.tables.internal.cells.CellChange;
import dev.winnow.tables.internal.cells.TableProblems;
import dev.winnow.tables.internal.entries.Amendment;
import dev.winnow.tables.internal.entries.EntryWriter;
import dev.winnow.tables.internal.entries.PassedOver;
import dev.winnow.tables.internal.entries.UniverseEntries;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Separates rows about projects, cities and firms of the universe from rows about new ones, and amends the known
 * entries. Rows in lists of known cities amend those lists.
 */
final class KnownEntries {

    /** Shortest part of a Latin name that can match another name; two characters suffice in Chinese. */
    private static final int LEAST_LETTERS = 4;

    private static final int LEAST_CHARACTERS = 2;

    private static final List<String> CALLED = List.of("name", "zh");

    private final EntryKinds kinds;
    private final Outcomes outcomes;
    private final ImportWatch watch;
    private final KnownList.Matches matches;
    private final FirmNames firmNames;
    private final Amendment amendment;
    /** Known entries, by list. */
    private final Map<String, KnownList> lists;

    private final KnownList projects;
    private final KnownList cities;
    private final Map<ReadEntry, List<Node>> amendments = new LinkedHashMap<>();
    private final Set<String> amended = new HashSet<>();

    KnownEntries(
            Universe base,
            EntryKinds kinds,
            Map<String, KnownList> lists,
            KnownList.Matches matches,
            Outcomes outcomes,
            ImportWatch watch) {
        this.kinds = kinds;
        this.matches = matches;
        this.outcomes = outcomes;
        this.watch = watch;
        this.firmNames = base.firmNames();
        this.amendment = new Amendment(base.vocabulary(), base.asOf(), firmNames::canonical);
        this.lists = lists;
        this.projects = Objects.requireNonNull(lists.get(kinds.projects().name()));
        this.cities = Objects.requireNonNull(lists.get("cities"));
    }

    /** Number of amended entries. */
    int amended() {
        return amended.size();
    }

    /** Whether a row is about a new project or city. A row about a known one amends it; an ambiguous row is refused. */
    boolean isNew(ReadEntry one, TableRows.TableRow at, List<CellChange> changes) {
        EntryKind kind = one.entry().kind();
        KnownList known = kind.isProjects() ? projects : cities;
        Node node = one.entry().node();
        List<Node> called = called(node);
        Node id = node.get("id");
        if (hasOwnId(id, called)) {
            String own = id == null ? "" : id.text().strip(); // An explicit id leaves nothing open.
            return !known.has(own) || !amend(one, own, known, changes);
        }
        Set<String> met = known.met(called.stream().map(Node::text).toList());
        KnownList.Decision decision = known.decide(at.table().table(), called.get(0), met);
        if (decision.problem() != null) {
            outcomes.refuse(one, List.of(decision.problem()));
            return false;
        }
        return decision.id() == null || !amend(one, decision.id(), known, changes);
    }

    /** Whether a row gives an id, or no name to generate one from. */
    private static boolean hasOwnId(@Nullable Node id, List<Node> called) {
        return id == null
                || called.isEmpty()
                || !id.place().equals(called.get(0).place());
    }

    private static List<Node> called(Node node) {
        return CALLED.stream()
                .map(node::get)
                .filter(name -> name != null && name.isScalar())
                .toList();
    }

    /**
     * The content of a row in a table of firms: the row itself for a new firm, the additional names for a known one.
     *
     * @return null if the row is refused or adds nothing
     */
    @Nullable
    Node firm(ReadEntry one, TableRows.TableRow at) {
        Node node = one.entry().node();
        List<Node> called = new ArrayList<>(called(node));
        Node aliases = node.get("aliases");
        (aliases == null ? List.<Node>of() : aliases.items())
                .stream().filter(Node::isScalar).forEach(called::add);
        KnownList.Decision decision = firm(at, node, called);
        String id = decision.id();
        if (decision.problem() != null) {
            outcomes.refuse(one, List.of(decision.problem()));
            return null;
        }
        if (id == null) {
            return node;
        }
        Map<String, Node> further = new LinkedHashMap<>();
        for (Node name : called) {
            FirmNames.Known known = firmNames.find(name.text());
            if (known == null || !known.id().equals(id)) {
                further.putIfAbsent(FirmNames.key(name.text()), name);
            }
        }
        if (further.isEmpty()) {
            outcomes.passOver(at, PassedOver.KNOWN);
            return null;
        }
        Place place = further.values().iterator().next().place();
        return Node.map(
                node.place(),
                List.of(
                        new Node.Field("id", node.place(), Node.scalar(node.place(), id)),
                        new Node.Field("aliases", place, Node.list(place, List.copyOf(further.values())))));
    }

    /** The known firm that a row is about: by id, by an equal name, or by the decision about a similar name. */
    private KnownList.Decision firm(TableRows.TableRow at, Node node, List<Node> called) {
        KnownList firms = Objects.requireNonNull(lists.get(FirmNames.LIST));
        Node id = node.get("id");
        if (hasOwnId(id, called)) {
            String own = id == null ? "" : id.text().strip();
            return firms.has(own) ? new KnownList.Decision(own, null) : KnownList.Decision.NEW;
        }
        Set<String> same = called.stream()
                .map(name -> firmNames.find(name.text()))
                .filter(Objects::nonNull)
                .map(FirmNames.Known::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (same.size() == 1) {
            return new KnownList.Decision(same.iterator().next(), null);
        }
        Set<String> met =
                same.isEmpty() ? firms.met(called.stream().map(Node::text).toList()) : same;
        return firms.decideNames(at.table().table(), called.get(0), met);
    }

    private boolean amend(ReadEntry one, String id, KnownList known, List<CellChange> changes) {
        report(changes);
        List<Node.Field> untaken = new ArrayList<>();
        List<Node> statements = amendment.of(one.entry().kind(), one.entry().node(), id, known.node(id), untaken);
        untaken.forEach(field -> watch.note(TableProblems.notAmended(field.place(), field.key())));
        amendments.put(one, statements);
        return true;
    }

    /** Reports changed cells, except for generated ids, which are not used here. */
    private void report(List<CellChange> changes) {
        changes.stream().filter(change -> change.kind() != CellChange.Kind.ID).forEach(watch::changed);
    }

    /** Whether rows of a list can amend their holder: lists of cities can, links of a chain cannot. */
    static boolean canAmend(EntryKind kind) {
        return kind.outer().equals("cities");
    }

    /** Amends the list of a known city: changes the row with the same key, or adds a row. */
    void amendRow(ReadEntry one, TableRows.TableRow at, String city, List<CellChange> changes) {
        EntryKind kind = one.entry().kind();
        Node row = one.entry().node();
        Node holder = cities.node(city);
        Map<String, Node> rows = Amendment.isHolding(kind) ? Map.of() : rows(kind, holder);
        KnownList.Decision decision = row(at, kind, row, rows);
        if (decision.problem() != null) {
            outcomes.refuse(one, List.of(decision.problem()));
            return;
        }
        report(changes);
        Node known = decision.id() == null ? null : rows.get(decision.id());
        Node name = row.get("name");
        if (known == null && !Amendment.isHolding(kind) && isComplete(holder, kind.list())) {
            watch.note(TableProblems.longer(row.place(), kind.list(), city));
        } else if (known != null && name != null && isNamed(row) && !name.text().equals(text(known, "name"))) {
            watch.changed(new CellChange(
                    name.place(), "name", name.text(), String.valueOf(decision.id()), CellChange.Kind.NAME));
        }
        amendments.put(one, amendment.ofRow(kind, row, city, known));
    }

    /** The known row that a new row of a list is about, by its key or by its name. */
    private KnownList.Decision row(TableRows.TableRow at, EntryKind kind, Node row, Map<String, Node> rows) {
        String key = rows.isEmpty() ? "" : amendment.key(kind, row);
        if (rows.containsKey(key)) {
            return new KnownList.Decision(key, null);
        }
        Node name = row.get("name");
        if (name == null || !isNamed(row)) {
            return KnownList.Decision.NEW;
        }
        Set<String> same = new LinkedHashSet<>();
        Set<String> near = new LinkedHashSet<>();
        rows.forEach((id, known) -> compare(name.text(), known, id, same, near));
        if (same.size() == 1) {
            return new KnownList.Decision(same.iterator().next(), null);
        }
        Map<String, List<String>> called = new TreeMap<>();
        rows.forEach((id, known) ->
                called.put(id, called(known).stream().map(Node::text).toList()));
        return KnownList.decide(
                kind.name(),
                called,
                matches,
                at.table().table(),
                name,
                same.isEmpty() ? near : same,
                matches.of(name.text()));
    }

    /** Whether a row has a name but no id. */
    private static boolean isNamed(Node row) {
        Node name = row.get("name");
        Node id = row.get("id");
        return name != null && name.isScalar() && (id == null || id.place().equals(name.place()));
    }

    private static @Nullable String text(Node row, String key) {
        Node said = row.get(key);
        return said == null || !said.isScalar() ? null : said.text();
    }

    /** Known rows of a city's list, by their keys in fact names. */
    private Map<String, Node> rows(EntryKind kind, @Nullable Node city) {
        Node list = city == null ? null : city.get(kind.list());
        Map<String, Node> rows = new LinkedHashMap<>();
        for (Node row : list == null ? List.<Node>of() : list.items()) {
            if (row.isMap()) {
                rows.putIfAbsent(amendment.key(kind, row), row);
            }
        }
        return rows;
    }

    private static boolean isComplete(@Nullable Node city, String list) {
        Node complete = city == null ? null : city.get("complete");
        return complete != null
                && (complete.get(list) != null
                        || complete.items().stream().anyMatch(one -> text(one).equals(list) || one.get(list) != null));
    }

    private static String text(Node node) {
        return node.isScalar() ? node.text().strip() : "";
    }

    /**
     * Compares a name with those of a known row in both languages, and notes equal names and names that contain one
     * another.
     */
    private static void compare(String name, Node row, String key, Set<String> same, Set<String> near) {
        for (Node known : called(row)) {
            for (String its : inEach(known.text())) {
                for (String own : inEach(name)) {
                    if (its.equals(own)) {
                        same.add(key);
                    } else if (isPart(its, own) || isPart(own, its)) {
                        near.add(key);
                    }
                }
            }
        }
    }

    private static List<String> inEach(String name) {
        return Stream.of(name, Names.inLanguage(Language.EN, name), Names.inLanguage(Language.ZH, name))
                .map(FirmNames::key)
                .distinct()
                .toList();
    }

    private static boolean isPart(String part, String whole) {
        boolean letters = part.chars().allMatch(c -> c < 0x2E80);
        return part.length() >= (letters ? LEAST_LETTERS : LEAST_CHARACTERS)
                && (letters ? " " + whole + " " : whole).contains(letters ? " " + part + " " : part);
    }

    /** Lays the collected rows over the known entries, and passes the valid ones on. */
    void amend(Universe whole, EntryWriter writer) throws IOException {
        List<Node> all = amendments.values().stream().flatMap(List::stream).toList();
        Universe laid = all.isEmpty()
                ? whole
                : whole.with(List.of(Amendment.document(all, all.get(0).place())), false, List.of());
        List<Problem> wrong = new ArrayList<>(laid.problems());
        wrong.removeAll(whole.problems());
        List<Problem> conflicts = new ArrayList<>(laid.conflicts());
        conflicts.removeAll(whole.conflicts());
        for (Map.Entry<ReadEntry, List<Node>> one : amendments.entrySet()) {
            Set<Place> places = new HashSet<>();
            one.getValue().forEach(statement -> places.addAll(UniverseEntries.places(statement)));
            List<Problem> own = wrong.stream()
                    .filter(problem -> places.contains(problem.place()))
                    .toList();
            if (one.getValue().isEmpty()) {
                outcomes.passOver(Objects.requireNonNull(one.getKey().at()), PassedOver.KNOWN);
            } else if (!own.isEmpty()) {
                refuse(one.getKey(), own);
            } else {
                outcomes.tally(Objects.requireNonNull(one.getKey().at())).taken();
                for (Node statement : one.getValue()) {
                    for (String subject : List.of("project", "city")) {
                        Node of = statement.get(subject);
                        if (of != null) {
                            amended.add(subject + " " + of.text());
                        }
                    }
                    writer.write(Amendment.kind(kinds), null, statement);
                }
            }
        }
        conflicts.forEach(watch::note);
    }

    private void refuse(ReadEntry one, List<Problem> problems) {
        outcomes.refuse(Objects.requireNonNull(one.at()), one.entry(), problems);
    }
}
