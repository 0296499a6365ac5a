package dev.winnow.model.internal.panel;

import dev.winnow.model.internal.read.HeaderReader;
import dev.winnow.model.source.Document;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.NamedFile;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.source.TextFile;
import dev.winnow.model.source.TextLength;
import dev.winnow.model.value.Period;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads the file of a panel with the judgements of its rounds. Problems are reported at their place, and the entries
 * concerned are left out.
 */
public final class PanelReader {

    /** The keys of a panel's file. */
    public static final List<String> KEYS = List.of("panel", "projects", "cities", "assessors", "recused", "rounds");

    /** The keys of its header. */
    public static final List<String> PANEL_KEYS = List.of("id", "title", "note");

    /** The keys of an assessor. */
    public static final List<String> ASSESSOR_KEYS = List.of("id", "name", "organisation", "judges", "note");

    /** The keys of a recusal. */
    public static final List<String> RECUSAL_KEYS = List.of("project", "city", "assessor", "reason");

    /** The keys of a round. */
    public static final List<String> ROUND_KEYS = List.of("id", "from", "until", "judgements", "note");

    private static final Message FILE = Message.of("a panel file");
    private static final Message ASSESSOR = Message.of("an assessor");
    private static final Message RECUSAL = Message.of("a recusal");
    private static final Message ROUND = Message.of("a round");

    private final PanelScope scope;
    private final List<Problem> problems;
    private final List<Problem> notes;

    private PanelReader(PanelScope scope, List<Problem> problems, List<Problem> notes) {
        this.scope = scope;
        this.problems = problems;
        this.notes = notes;
    }

    /**
     * Reads a panel.
     *
     * @param file the panel's file; its rounds name the files of their judgements relative to it
     * @param scope the names that it may use
     * @param problems receives the problems
     * @param notes receives a note about each round whose file does not exist yet
     * @return null if the file has no usable header
     */
    public static @Nullable Panel read(Path file, PanelScope scope, List<Problem> problems, List<Problem> notes) {
        Node root = Document.read(file, problems);
        return root == null
                ? null
                : new PanelReader(scope, problems, notes)
                        .panel(
                                TextLength.refuse(root, problems),
                                file.toAbsolutePath().getParent());
    }

    private @Nullable Panel panel(Node root, @Nullable Path folder) {
        if (!root.hasKeys(FILE, problems)) {
            return null;
        }
        root.allow(FILE, KEYS, problems);
        if (scope.facts().isEmpty()) {
            problems.add(root.problem(
                    Message.of("the pack declares no fact that a panel judges"),
                    Message.of("declare one with `%s` in %s", "judged", "vocabulary.yaml")));
            return null;
        }
        Node header = root.map("panel", problems);
        if (header == null) {
            if (root.get("panel") == null) {
                problems.add(root.problem(
                        Message.of("%s needs `%s`", FILE, "panel"),
                        Message.of("write `%s` at the top of a file", "panel: {id: spring-2026}")));
            }
            return null;
        }
        header.allow(key -> Message.of("`%s` has no `%s`", "panel", key), PANEL_KEYS, problems);
        String id = header.requiredText(Message.of("`%s`", "panel"), "id", problems);
        if (id == null) {
            return null;
        }
        Node at = Objects.requireNonNull(header.get("id"));
        String kebab = HeaderReader.kebab(id);
        if (!kebab.equals(id)) {
            problems.add(at.problem(
                    Message.of("`%s` is not in small letters with hyphens", id),
                    kebab.isEmpty() ? null : Message.of("did you mean `%s`?", kebab)));
        }
        Map<String, Assessor> assessors = assessors(root);
        List<Recusal> recusals = new ArrayList<>();
        root.list("recused", problems).forEach(node -> recusal(node, assessors.keySet(), scope, 0, recusals, problems));
        List<PlannedRound> planned = rounds(root, folder);
        List<RoundFile> files = new ArrayList<>();
        for (PlannedRound round : planned) {
            RoundFile given = round.path == null ? null : file(round, round.path, id);
            if (given != null) {
                given.recusals(assessors.keySet(), recusals);
                files.add(given);
            }
        }
        Panel members = new Panel(
                id,
                header.optionalText("title", problems),
                subjects(root, "projects", scope.projects()),
                subjects(root, "cities", scope.cities()),
                assessors.values().stream()
                        .sorted(Comparator.comparing(Assessor::id))
                        .toList(),
                recusals,
                List.of(),
                at.place());
        List<Round> rounds = planned.stream()
                .map(round -> round.with(files.stream()
                        .filter(given -> given.round() == round.number)
                        .flatMap(given -> given.judgements(members).stream())
                        .toList()))
                .toList();
        return members.with(rounds);
    }

    /** Returns the file of a round; null if it is missing, or belongs to another panel or round. */
    private @Nullable RoundFile file(PlannedRound round, Path path, String panel) {
        Node named = Objects.requireNonNull(round.node.get("judgements"));
        if (Files.notExists(path)) {
            notes.add(named.problem(Message.of(
                    "round %s has no judgements yet: there is no file `%s`",
                    round.number, named.text().strip())));
            return null;
        }
        String shown = TextFile.shown(path);
        Path here = Path.of("").toAbsolutePath();
        if (path.isAbsolute() && path.startsWith(here)) {
            shown = TextFile.shown(here.relativize(path.normalize()));
        }
        Node root = Document.read(path, shown, problems);
        RoundFile file =
                root == null ? null : new RoundFile(TextLength.refuse(root, problems), round.number, scope, problems);
        return file == null || file.isOther(panel) ? null : file;
    }

    /** Returns the ids of the projects or cities that the panel judges: all if none are listed. */
    private List<String> subjects(Node root, String key, List<String> known) {
        if (root.get(key) == null) {
            return known;
        }
        List<String> subjects = new ArrayList<>();
        for (Node item : filled(root, key)) {
            String id = item.isScalar() ? item.text().strip() : "";
            if (known.contains(id)) {
                subjects.add(id);
            } else {
                problems.add(item.problem(unknown(key.equals("cities"), id), Nearest.advice(id, known)));
            }
        }
        return subjects;
    }

    /** Returns the items of a list that a key must not leave empty, since a list that is left out means all. */
    private List<Node> filled(Node owner, String key) {
        List<Node> items = owner.list(key, problems);
        Node list = Objects.requireNonNull(owner.get(key));
        if (list.isList() && items.isEmpty()) {
            problems.add(list.problem(
                    Message.of("the list `%s` is empty", key), Message.of("leave `%s` out to mean all", key)));
        }
        return items;
    }

    private static Message unknown(boolean ofCity, String id) {
        return ofCity ? Message.of("unknown city `%s`", id) : Message.of("unknown project `%s`", id);
    }

    private Map<String, Assessor> assessors(Node root) {
        Map<String, Assessor> assessors = new LinkedHashMap<>();
        List<Node> nodes = root.list("assessors", problems);
        Node given = root.get("assessors");
        if (given == null) {
            problems.add(root.problem(Message.of("%s needs `%s`", FILE, "assessors")));
        } else if (given.isList() && nodes.isEmpty()) {
            problems.add(given.problem(Message.of("a panel needs at least one assessor")));
        }
        for (Node node : nodes) {
            if (!node.hasKeys(ASSESSOR, problems)) {
                continue;
            }
            node.allow(ASSESSOR, ASSESSOR_KEYS, problems);
            String id = node.requiredText(ASSESSOR, "id", problems);
            String name = node.requiredText(ASSESSOR, "name", problems);
            List<String> judges = judges(node);
            if (id == null) {
                continue;
            }
            Node at = Objects.requireNonNull(node.get("id"));
            Assessor one = new Assessor(
                    id, name == null ? id : name, node.optionalText("organisation", problems), judges, at.place());
            Assessor earlier = assessors.putIfAbsent(id, one);
            if (earlier != null) {
                problems.add(at.problem(
                        Message.of("%s is given already at %s", Message.of("the assessor `%s`", id), earlier.place())));
            }
        }
        return assessors;
    }

    /** Returns the facts that an assessor judges: all judged facts if none are listed. */
    private List<String> judges(Node assessor) {
        Set<String> facts = scope.facts().keySet();
        if (assessor.get("judges") == null) {
            return List.copyOf(facts);
        }
        Set<String> judges = new TreeSet<>();
        for (Node item : filled(assessor, "judges")) {
            String word = item.isScalar() ? item.text().strip() : "";
            Collection<String> criterion = scope.criteria().get(word);
            List<String> meant = criterion == null
                    ? facts.stream()
                            .filter(fact -> fact.equals(word) || fact.endsWith("." + word))
                            .toList()
                    : facts.stream().filter(criterion::contains).toList();
            judges.addAll(meant);
            if (meant.isEmpty()) {
                problems.add(
                        criterion != null
                                ? item.problem(Message.of("no rule of `%s` reads a fact that a panel judges", word))
                                : item.problem(
                                        Message.of("`%s` is neither a criterion nor a fact that a panel judges", word),
                                        Nearest.oneOf(word, choices(facts))));
            }
        }
        return List.copyOf(judges);
    }

    private List<String> choices(Set<String> facts) {
        Set<String> choices = new TreeSet<>();
        facts.forEach(fact -> choices.add(fact.substring(fact.indexOf('.') + 1)));
        scope.criteria().forEach((id, read) -> {
            if (read.stream().anyMatch(facts::contains)) {
                choices.add(id);
            }
        });
        return List.copyOf(choices);
    }

    /**
     * Reads a recusal and adds it, unless it has problems.
     *
     * @param round the round whose file states it; 0 for the panel's file
     */
    static void recusal(
            Node node,
            Collection<String> assessors,
            PanelScope scope,
            int round,
            List<Recusal> into,
            List<Problem> problems) {
        if (!node.hasKeys(RECUSAL, problems)) {
            return;
        }
        node.allow(RECUSAL, RECUSAL_KEYS, problems);
        String subject = subject(RECUSAL, node, scope, problems);
        String assessor = assessor(RECUSAL, node, assessors, problems);
        String reason = node.requiredText(RECUSAL, "reason", problems);
        if (subject != null && assessor != null && Panel.recusal(into, assessor, subject) == null) {
            into.add(new Recusal(subject, assessor, reason == null ? "" : reason, round, node.place()));
        }
    }

    /** Reads the project or city that an entry is about; null if it is unknown, which is a problem. */
    static @Nullable String subject(Message owner, Node node, PanelScope scope, List<Problem> problems) {
        Node.Field city = node.fields().get("city");
        boolean ofCity = city != null && node.get("project") == null;
        if (city != null && !ofCity) {
            problems.add(city.problem(Message.of("%s has `%s` or `%s`, not both", owner, "project", "city")));
            return null;
        }
        String key = ofCity ? "city" : "project";
        List<String> known = ofCity ? scope.cities() : scope.projects();
        String id = node.requiredText(owner, key, problems);
        Node at = node.get(key);
        if (id != null && at != null && !known.contains(id)) {
            problems.add(at.problem(unknown(ofCity, id), Nearest.advice(id, known)));
            return null;
        }
        return id;
    }

    /** Reads the assessor that an entry names; null if the panel has none of this id, which is a problem. */
    static @Nullable String assessor(Message owner, Node node, Collection<String> assessors, List<Problem> problems) {
        String id = node.requiredText(owner, "assessor", problems);
        Node at = node.get("assessor");
        if (id != null && at != null && !assessors.contains(id)) {
            problems.add(at.problem(Message.of("the panel has no assessor `%s`", id), Nearest.oneOf(id, assessors)));
            return null;
        }
        return id;
    }

    /** A round as its panel plans it. */
    private record PlannedRound(
            int number,
            @Nullable Period from,
            @Nullable Period until,
            @Nullable Path path,
            Node node) {

        Round with(List<Judgement> judgements) {
            return new Round(
                    number,
                    from == null ? null : from.first(),
                    until == null ? null : until.last(),
                    path == null ? null : node.optionalText("judgements", new ArrayList<>()),
                    judgements,
                    Objects.requireNonNull(node.get("id")).place());
        }
    }

    private List<PlannedRound> rounds(Node root, @Nullable Path folder) {
        Map<Integer, PlannedRound> rounds = new TreeMap<>();
        for (Node node : root.list("rounds", problems)) {
            if (!node.hasKeys(ROUND, problems)) {
                continue;
            }
            node.allow(ROUND, ROUND_KEYS, problems);
            String id = node.requiredText(ROUND, "id", problems);
            Period from = day(node, "from");
            Period until = day(node, "until");
            Path path = node.optionalText("judgements", problems) == null
                    ? null
                    : NamedFile.in(folder, Objects.requireNonNull(node.get("judgements")), problems);
            if (from != null && until != null && until.last().isBefore(from.first())) {
                problems.add(Objects.requireNonNull(node.get("until"))
                        .problem(Message.of("the round ends before it begins")));
            }
            if (id == null) {
                continue;
            }
            Node at = Objects.requireNonNull(node.get("id"));
            if (!id.matches("[1-9]\\d{0,2}")) {
                problems.add(at.problem(
                        Message.of("`%s` is not the number of a round", id), Message.of("number the rounds 1, 2, 3")));
                continue;
            }
            PlannedRound round = new PlannedRound(Integer.parseInt(id), from, until, path, node);
            PlannedRound earlier = rounds.putIfAbsent(round.number, round);
            if (earlier != null) {
                problems.add(at.problem(Message.of(
                        "%s is given already at %s",
                        Message.of("round %s", id),
                        Objects.requireNonNull(earlier.node.get("id")).place())));
            }
        }
        return List.copyOf(rounds.values());
    }

    private @Nullable Period day(Node node, String key) {
        Node day = node.get(key);
        return day == null ? null : Period.parse(key, day, problems);
    }
}
