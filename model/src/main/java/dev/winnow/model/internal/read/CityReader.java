package dev.winnow.model.internal.read;

import dev.winnow.model.domain.City;
import dev.winnow.model.domain.Fund;
import dev.winnow.model.internal.history.Chains;
import dev.winnow.model.internal.history.CityHistory;
import dev.winnow.model.internal.history.Contradictions;
import dev.winnow.model.internal.history.History;
import dev.winnow.model.internal.history.Origin;
import dev.winnow.model.internal.history.Statement;
import dev.winnow.model.internal.history.UniverseIds;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.Flag;
import dev.winnow.model.value.Period;
import dev.winnow.model.vocabulary.DeclaredList;
import dev.winnow.model.vocabulary.RecordShape;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads a city. A row with problems is left out and its list counts as incomplete; any other problem leaves the city
 * out.
 */
public final class CityReader {

    /** The keys of a city besides the components of its record and its lists. */
    public static final List<String> OTHERS = List.of("presences", "complete", "zh");

    public static final List<String> PRESENCE = List.of("link", "stage", "chain", "held");

    private static final Message PRESENCES = Message.of("a row of `%s`", "presences");

    /** The shapes of rows by the name of their list. */
    private final Map<String, RecordShape<?>> shapes;

    private final UniverseIds words;
    private final Chains chains;
    private final List<Problem> problems;

    public CityReader(UniverseIds words, Chains chains, List<Problem> problems) {
        this.words = words;
        this.shapes = words.vocabulary().rows();
        this.chains = chains;
        this.problems = problems;
    }

    public @Nullable CityHistory read(Node node) {
        List<String> others = new ArrayList<>(shapes.keySet());
        others.addAll(OTHERS);
        List<Problem> wrong = new ArrayList<>();
        History<City> history =
                new HistoryReader(words).read(words.vocabulary().city(), node, Map.of(), Origin.NONE, others, wrong);
        if (history != null) {
            ApartFrom.check(words.vocabulary().ofCity(), node, words.firms(), wrong);
        }
        String id = HistoryReader.id(node);
        Map<String, LocalDate> complete = complete(node, wrong);
        problems.addAll(wrong);
        if (!node.isMap()) {
            return null;
        }
        Origin origin = Origin.NONE.within(node, words, new ArrayList<>());
        List<History<?>> rows = new ArrayList<>();
        for (RecordShape<?> list : shapes.values()) {
            if (!rows(list, node, id == null ? "" : id, origin, rows)) {
                complete.remove(list.list());
            }
        }
        Map<String, List<Statement>> links = new TreeMap<>();
        Map<CityHistory.Stage, List<Statement>> stages = new HashMap<>();
        Map<String, Contradictions> contradictions = new HashMap<>();
        node.list("presences", problems).forEach(row -> presence(row, origin, links, stages, contradictions));
        if (history == null || id == null || !wrong.isEmpty() || flawed(node, "complete")) {
            return null;
        }
        rows.sort(Comparator.comparing((History<?> row) -> row.shape().name()).thenComparing(CityReader::key));
        return new CityHistory(
                id, history.text("name"), history, List.copyOf(rows), Map.copyOf(complete), links, stages);
    }

    private static boolean isNamed(CityHistory.Stage one, String stage, @Nullable String chain) {
        return one.stage().equals(stage) && (chain == null || one.chain().equals(chain));
    }

    private static boolean flawed(Node map, String key) {
        Node value = map.get(key);
        return value != null && value.flawed();
    }

    /** Reads the rows of a list. Returns false if a row was left out or the value is not a list. */
    private <R extends Record> boolean rows(
            RecordShape<R> list, Node city, String id, Origin origin, List<History<?>> rows) {
        int before = problems.size();
        DeclaredList declared = words.vocabulary().list(list.list());
        Map<String, Node> keys = new HashMap<>();
        boolean whole = !flawed(city, list.list());
        for (Node item : city.list(list.list(), problems)) {
            History<R> row = new HistoryReader(words).read(list, item, Map.of("city", id), origin, List.of(), problems);
            if (row != null && isWithoutMandate(row)) {
                problems.add(Objects.requireNonNull(item.get("tracks"))
                        .problem(
                                Message.of("the fund `%s` covers no track, so it cannot back any project", key(row)),
                                Message.of("if its mandate is unknown, leave out `%s`", "tracks")));
                continue;
            }
            if (row != null && declared != null && isTangled(declared, item)) {
                continue;
            }
            String key = row == null ? null : key(row);
            Node keyNode = item.isMap() ? item.get(list.key().get(0)) : null;
            Node earlier = key == null || keyNode == null ? null : keys.putIfAbsent(key, keyNode);
            if (earlier != null) {
                problems.add(Objects.requireNonNull(keyNode)
                        .problem(
                                Message.of("`%s` is already in `%s`, at %s", key, list.list(), earlier.place()),
                                Message.of("use one row with several dated values")));
            } else if (row != null) {
                rows.add(row);
            }
        }
        return whole && problems.size() == before;
    }

    private boolean isTangled(DeclaredList declared, Node row) {
        int before = problems.size();
        ApartFrom.check(declared.properties(), row, words.firms(), problems);
        return problems.size() > before;
    }

    private static boolean isWithoutMandate(History<?> row) {
        return row.shape().type() == Fund.class
                && row.of("tracks").stream()
                        .anyMatch(contradictions -> contradictions.value() instanceof List<?> list && list.isEmpty());
    }

    /** Returns the key of a row, unique within its list. */
    public static String key(History<?> row) {
        StringJoiner key = new StringJoiner(", ");
        row.shape().key().forEach(part -> key.add(row.text(part)));
        return key.toString();
    }

    private Map<String, LocalDate> complete(Node city, List<Problem> wrong) {
        Map<String, LocalDate> complete = new HashMap<>();
        Node node = city.get("complete");
        if (node == null) {
            return complete;
        }
        LocalDate stated = Objects.requireNonNullElse(
                Origin.NONE
                        .within(city, words, new ArrayList<>())
                        .evidence(words, null)
                        .asOf(),
                CityHistory.TODAY);
        if (node.isList()) {
            for (Node item : node.items()) {
                if (item.isMap()) {
                    since(item, complete, wrong);
                    continue;
                }
                RecordShape<?> list =
                        completed(item.text().strip(), item.problem(notAList(item.text()), advice(item)), wrong);
                if (list != null) {
                    complete.put(list.list(), stated);
                }
            }
        } else if (node.isMap()) {
            since(node, complete, wrong);
        } else {
            wrong.add(node.problem(
                    Message.of("`%s` must be a list of the city's lists", "complete"),
                    Message.of("did you mean `%s`?", "[" + node.text().strip() + "]")));
        }
        return complete;
    }

    /** Reads lists with the day from which each is complete; the earliest of several days counts. */
    private void since(Node lists, Map<String, LocalDate> complete, List<Problem> wrong) {
        for (Node.Field field : lists.fields().values()) {
            Message advice = Nearest.advice(field.key(), shapes.keySet());
            RecordShape<?> list = completed(field.key(), field.problem(notAList(field.key()), advice), wrong);
            Period from = Period.parse(field.key(), field.value(), wrong);
            if (list != null && from != null) {
                complete.merge(list.list(), from.last(), (one, other) -> one.isBefore(other) ? one : other);
            }
        }
    }

    private @Nullable RecordShape<?> completed(String name, Problem otherwise, List<Problem> wrong) {
        RecordShape<?> list = shapes.get(name);
        if (list == null) {
            wrong.add(otherwise);
        }
        return list;
    }

    private @Nullable Message advice(Node item) {
        return Nearest.advice(item.text().strip(), shapes.keySet());
    }

    private static Message notAList(String name) {
        return Message.of("`%s` is not a list of a city", name.strip());
    }

    private void presence(
            Node row,
            Origin around,
            Map<String, List<Statement>> links,
            Map<CityHistory.Stage, List<Statement>> stages,
            Map<String, Contradictions> contradictions) {
        List<Problem> wrong = new ArrayList<>();
        if (!row.hasKeys(PRESENCES, problems)) {
            return;
        }
        List<String> keys = new ArrayList<>(PRESENCE);
        keys.addAll(Origin.KEYS);
        row.allow(PRESENCES, keys, wrong);
        Evidence evidence = around.within(row, words, wrong).evidence(words, row.optionalText("note", wrong));
        String link = row.optionalText("link", wrong);
        String stage = row.optionalText("stage", wrong);
        if ((row.get("link") == null) == (row.get("stage") == null)) {
            wrong.add(row.problem(Message.of("a row of `%s` needs either `%s` or `%s`", "presences", "link", "stage")));
        }
        if (link != null) {
            words.check("links", Objects.requireNonNull(row.get("link")), wrong);
        }
        List<CityHistory.Stage> meant = stage == null ? List.of() : stages(row, stage, wrong);
        Node.Field flag = row.fields().get("held");
        if (flag == null) {
            wrong.add(row.problem(
                    Message.of("a row of `%s` needs `%s`", "presences", "held"),
                    Message.of("did you mean `%s`?", "held: true")));
        } else if (flag.value().kind() == Node.Kind.NULL && !flag.value().flawed()) {
            wrong.add(flag.value()
                    .problem(
                            Message.of("`%s` is empty", "held"),
                            Message.of("leave the row out, or write `%s`", "held: unknown")));
        }
        Node value = (flag == null || StatementReader.unknown(flag.value())) ? row : flag.value();
        Boolean held = value == row ? null : Flag.parse("held", value, wrong);
        problems.addAll(wrong);
        if (held == null || !wrong.isEmpty() || row.flawed()) {
            return;
        }
        Statement statement = new Statement(held, evidence, value.place(), false);
        contradictions
                .computeIfAbsent(link + "/" + stage, any -> new Contradictions("held", problems))
                .add(row.optionalText("source", new ArrayList<>()), statement, value);
        if (link != null) {
            links.computeIfAbsent(link, any -> new ArrayList<>()).add(statement);
        }
        meant.forEach(
                one -> stages.computeIfAbsent(one, any -> new ArrayList<>()).add(statement));
    }

    /** Returns the stages of a name, in the chain that the row names, else in every chain. */
    private List<CityHistory.Stage> stages(Node row, String stage, List<Problem> wrong) {
        String chain = row.optionalText("chain", wrong);
        List<CityHistory.Stage> all = chains.stages();
        List<CityHistory.Stage> meant =
                all.stream().filter(one -> isNamed(one, stage, chain)).toList();
        if (meant.isEmpty() && !all.isEmpty()) {
            wrong.add(Objects.requireNonNull(row.get("stage"))
                    .problem(
                            chain == null
                                    ? Message.of("`%s` is not a stage of any chain", stage)
                                    : Message.of("`%s` is not a stage of `%s`", stage, chain),
                            Nearest.advice(
                                    stage,
                                    all.stream().map(CityHistory.Stage::stage).toList())));
        }
        return meant;
    }
}
