package dev.winnow.portfolio.portfolio;

import dev.winnow.model.internal.read.RateReader;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Rates;
import dev.winnow.model.value.Unit;
import dev.winnow.portfolio.portfolio.PortfolioPlan.Cost;
import dev.winnow.portfolio.portfolio.PortfolioPlan.Count;
import dev.winnow.portfolio.portfolio.PortfolioPlan.Given;
import dev.winnow.portfolio.portfolio.PortfolioPlan.GivenTogether;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a plan for a portfolio. Problems are reported at their place, and the parts concerned are left out. */
public final class PlanReader {

    /** The keys of a plan. */
    public static final List<String> KEYS = List.of(
            "title",
            "budget",
            "budgets",
            "cities",
            "districts",
            "funds",
            "at-least",
            "at-most",
            "must",
            "never",
            "despite-flags",
            "from",
            "consider",
            "needs",
            "one-of",
            "tracks",
            "cost",
            "costs",
            "candidates",
            "together");

    private static final List<String> CANDIDATE_KEYS = List.of("id", "name", "worth", "cost", "costs", "track");
    private static final List<String> TOGETHER_KEYS = List.of("of", "worth");
    private static final List<String> COUNT_KEYS = List.of("at-least", "at-most");
    /** The word in a plan that admits candidates on hold. */
    public static final String HOLD = "hold";

    /** The words for the verdicts that a plan considers. */
    public static final List<String> CONSIDER = List.of("recommend", HOLD);

    private static final int MOST_CANDIDATES = 10_000;
    /**
     * Maximum number of needs; the search propagates along chains of needs, at a cost that grows with the square of
     * their number.
     */
    private static final int MOST_NEEDS = 1_000;

    /** Maximum number of names in all lists of a key together. */
    private static final int MOST_NAMES = 20_000;

    private static final int MOST_PARTS = 1_000;

    private static final String ALL = "all";
    private static final Message PLAN = Message.of("a portfolio");
    private static final BigDecimal MOST_WORTH = new BigDecimal("1e9");

    private final Node root;
    private final List<Problem> problems;
    private final List<Given> candidates = new ArrayList<>();
    private final Map<String, Map<String, Amount>> costs = new TreeMap<>();
    private final Unit money;
    private final Rates rates;
    private final List<Problem> notes;
    private final Nameable known;

    private PlanReader(
            Node root, Unit money, Rates rates, Nameable known, List<Problem> notes, List<Problem> problems) {
        this.root = root;
        this.problems = problems;
        boolean own = bringsCandidates(root);
        this.money = own ? Unit.NUMBER : money;
        this.rates = rates;
        this.notes = notes;
        this.known = own ? ofCandidates() : known;
    }

    /** {@return whether a plan has its own candidates, so that it needs no universe} */
    public static boolean bringsCandidates(Node root) {
        return root.isMap() && root.get("candidates") != null;
    }

    /**
     * Reads a plan.
     *
     * @param root the root of the plan's file
     * @param budget the budget that replaces the plan's; null for the plan's
     * @param money the universe's currency
     * @param rates the exchange rates for amounts in other currencies
     * @param known the names that it may use
     * @param problems receives the problems
     */
    public static PortfolioPlan read(
            Node root,
            @Nullable Amount budget,
            Unit money,
            Rates rates,
            Nameable known,
            List<Problem> notes,
            List<Problem> problems) {
        if (!root.isMap()) {
            problems.add(root.problem(
                    Message.of(
                            "expected a plan with `%s` and other keys, found %s",
                            "budget:", root.kind().words()),
                    null));
            return PortfolioPlan.of(budget);
        }
        return new PlanReader(root, money, rates, known, notes, problems).plan(budget);
    }

    private PortfolioPlan plan(@Nullable Amount budget) {
        root.allow(PLAN, KEYS, problems);
        Map<String, Amount> parts =
                areFew("budgets", each(root.map("budgets", new ArrayList<>())).size(), MOST_PARTS)
                        ? amounts("budgets", word -> word, List.of())
                        : Map.of();
        given(parts.keySet());
        costs(parts.keySet());
        Set<String> must = projects(root, "must");
        Set<String> never = projects(root, "never");
        Map<String, Set<String>> needs = needs();
        contradictions(must, never);
        Amount own = amount(root.get("budget"));
        return new PortfolioPlan(
                root.optionalText("title", problems),
                budget == null ? own : budget,
                parts,
                amounts("cities", known.cities(), known.cityNames()),
                amounts("districts", named(known.districts()), known.districts()),
                funds(),
                count(root, "at-least"),
                count(root, "at-most"),
                must,
                never,
                projects(root, "despite-flags"),
                from(root, problems),
                consider(),
                needs,
                oneOf(),
                tracks(),
                cost(),
                costs,
                candidates,
                together());
    }

    private Nameable ofCandidates() {
        Set<String> ids = new LinkedHashSet<>();
        Set<String> tracks = new LinkedHashSet<>();
        for (Node node : root.list("candidates", new ArrayList<>())) {
            if (node.isMap()) {
                String id = node.optionalText("id", new ArrayList<>());
                String track = node.optionalText("track", new ArrayList<>());
                if (id != null) {
                    ids.add(id);
                }
                if (track != null) {
                    tracks.add(track);
                }
            }
        }
        return new Nameable(named(ids), word -> null, ids, List.of(), List.of(), List.of(), tracks);
    }

    private static Function<String, @Nullable String> named(Collection<String> words) {
        return word -> words.contains(word) ? word : null;
    }

    /** Whether a key has at most a number of entries; if not, they are reported as a problem and not read. */
    private boolean areFew(String key, long entries, int most) {
        Node node = root.get(key);
        if (node == null || entries <= most) {
            return true;
        }
        problems.add(node.problem(
                Message.of("`%s` has %s entries; at most %s are allowed", key, number(entries), number(most)), null));
        return false;
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static long names(Collection<Node> lists) {
        return lists.stream()
                .mapToLong(one -> one.isList() ? one.items().size() : 1)
                .sum();
    }

    private void given(Collection<String> parts) {
        if (!areFew("candidates", root.list("candidates", new ArrayList<>()).size(), MOST_CANDIDATES)) {
            return;
        }
        Set<String> ids = new LinkedHashSet<>();
        Message owner = Message.of("a candidate");
        for (Node node : root.list("candidates", problems)) {
            if (!node.isMap()) {
                problems.add(node.problem(Message.of("a candidate needs `%s` and `%s`", "id", "worth"), null));
                continue;
            }
            node.allow(owner, CANDIDATE_KEYS, problems);
            String id = node.requiredText(owner, "id", problems);
            Long worth = worth(owner, node, false);
            String name = node.optionalText("name", problems);
            String track = node.optionalText("track", problems);
            if (id != null && !ids.add(id)) {
                problems.add(node.problem(Message.of("duplicate candidate `%s`", id), null));
            } else if (id != null && worth != null) {
                candidates.add(new Given(id, name == null ? id : name, worth, track));
                costs.put(id, withWhole(parts(node, "costs", parts), node.get("cost")));
            }
        }
    }

    /** Reads costs in the plan, which replace the known costs of projects. */
    private void costs(Collection<String> parts) {
        Node given = root.map("costs", problems);
        if (given == null) {
            return;
        }
        for (Node.Field field : given.each()) {
            String id = known.project(field, problems);
            if (id != null) {
                costs.put(
                        id,
                        field.value().isMap()
                                ? parts(given, field.key(), parts)
                                : withWhole(new TreeMap<>(), field.value()));
            }
        }
    }

    /** Adds the total cost of a project, if the plan states it. */
    private Map<String, Amount> withWhole(Map<String, Amount> costs, @Nullable Node whole) {
        Amount amount = amount(whole);
        if (amount != null) {
            costs.put("", amount);
        }
        return costs;
    }

    /** Reads the amounts spent on each part; a part without a budget has no limit. */
    private Map<String, Amount> parts(Node owner, String key, Collection<String> budgets) {
        Map<String, Amount> amounts = new TreeMap<>();
        Node node = owner.map(key, problems);
        for (Node.Field field : each(node)) {
            if (!budgets.contains(field.key())) {
                problems.add(field.problem(
                        Message.of("unknown budget `%s`", field.key()), Nearest.advice(field.key(), budgets)));
            }
            Amount amount = amount(field.value());
            if (amount != null) {
                amounts.put(field.key(), amount);
            }
        }
        return amounts;
    }

    private @Nullable Long worth(Message owner, Node node, boolean signed) {
        String text = node.requiredText(owner, "worth", problems);
        if (text == null) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(text);
            if (number.abs().compareTo(MOST_WORTH) <= 0 && (signed || number.signum() >= 0)) {
                return Scenario.millionths(number);
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // reported below
        }
        Node at = node.get("worth");
        problems.add((at == null ? node : at)
                .problem(
                        Message.of("invalid worth `%s`", text),
                        Message.of(
                                "write a number with at most six decimals, such as `%s`", signed ? "-2.5" : "12.5")));
        return null;
    }

    private List<GivenTogether> together() {
        List<GivenTogether> together = new ArrayList<>();
        Node key = root.get("together");
        if (key != null && candidates.isEmpty()) {
            problems.add(key.problem(
                    Message.of("the joint values of a universe's projects follow from the rules"),
                    Message.of("leave out `%s`", "together")));
            return together;
        }
        List<Node> entries = root.list("together", problems);
        List<Node> lists = entries.stream()
                .filter(Node::isMap)
                .map(one -> one.get("of"))
                .filter(Objects::nonNull)
                .toList();
        for (Node node : areFew("together", names(lists), MOST_NAMES) ? entries : List.<Node>of()) {
            if (!node.isMap()) {
                problems.add(node.problem(Message.of("a joint value needs `%s` and `%s`", "of", "worth"), null));
                continue;
            }
            node.allow(Message.of("a joint value"), TOGETHER_KEYS, problems);
            Long worth = worth(Message.of("a joint value"), node, true);
            Set<String> of = projects(node, "of");
            if (worth != null && of.size() > 1) {
                together.add(new GivenTogether(of, worth));
            } else if (worth != null) {
                problems.add(node.problem(Message.of("expected at least two candidates"), null));
            }
        }
        return together;
    }

    private static List<Node.Field> each(@Nullable Node map) {
        return map == null ? List.of() : map.each();
    }

    private @Nullable Amount amount(@Nullable Node node) {
        if (node == null) {
            return null;
        }
        Figure figure = rates.parse(node, money, null, problems);
        Problem converted = RateReader.note(node.place(), figure);
        if (converted != null) {
            notes.add(converted);
        }
        if (figure != null && !figure.isExact()) {
            problems.add(node.problem(
                    Message.of("`%s` is not an exact amount", node.text()),
                    Message.of("write one amount, such as `%s`", sample())));
            return null;
        }
        return figure == null ? null : figure.value();
    }

    private String sample() {
        return money.isMoney() ? Figure.exactly(30_000, money).toString() : "30";
    }

    private Map<String, Amount> amounts(
            String key, Function<String, @Nullable String> names, Collection<String> proposed) {
        Map<String, Amount> amounts = new LinkedHashMap<>();
        Node node = root.map(key, problems);
        for (Node.Field field : each(node)) {
            String id = names.apply(field.key());
            Amount amount = amount(field.value());
            if (id == null) {
                problems.add(field.problem(
                        Message.of("`%s` is not one of the %s", field.key(), key),
                        Nearest.advice(field.key(), proposed)));
            } else if (amount != null) {
                amounts.put(id, amount);
            }
        }
        return amounts;
    }

    private @Nullable List<String> funds() {
        Node node = root.get("funds");
        if (node == null) {
            return null;
        }
        if (node.isScalar() && node.text().equals(ALL)) {
            return List.of();
        }
        List<String> funds = new ArrayList<>();
        if (!node.isList() || node.items().isEmpty()) {
            problems.add(node.problem(Message.of("`%s` must be a list of funds, or `%s`", "funds", ALL), null));
        }
        for (Node item : node.isList() ? node.items() : List.<Node>of()) {
            if (item.isScalar() && known.funds().contains(item.text())) {
                funds.add(item.text());
            } else {
                problems.add(item.problem(
                        Message.of("unknown fund `%s`", item.isScalar() ? item.text() : ""),
                        item.isScalar() ? Nearest.advice(item.text(), known.funds()) : null));
            }
        }
        return funds;
    }

    private @Nullable Integer count(Node owner, String key) {
        Node node = owner.get(key);
        if (node == null) {
            return null;
        }
        String text = node.isScalar() ? node.text() : "";
        if (!text.matches("\\d{1,6}")) {
            problems.add(node.problem(
                    Message.of("`%s` must be a number of projects", key),
                    Message.of("write a whole number, such as `%s`", "5")));
            return null;
        }
        return Integer.valueOf(text);
    }

    private Set<String> projects(Node owner, String key) {
        return known.projects(owner, key, problems);
    }

    private Map<String, Set<String>> needs() {
        Map<String, Set<String>> needs = new TreeMap<>();
        Node node = root.map("needs", problems);
        if (node == null
                || !areFew(
                        "needs",
                        names(node.each().stream().map(Node.Field::value).toList()),
                        MOST_NEEDS)) {
            return needs;
        }
        for (Node.Field field : node.each()) {
            String id = known.project(field, problems);
            Set<String> others = field.value().isScalar() ? one(field.value()) : projects(node, field.key());
            if (id != null) {
                needs.put(id, others);
            }
        }
        for (Node.Field field : node.each()) {
            String id = known.projects().apply(field.key());
            List<String> circle = id == null ? List.of() : circle(needs, id);
            if (!circle.isEmpty()) {
                problems.add(field.problem(
                        Message.of("these projects need each other in a cycle: %s", String.join(" → ", circle)),
                        Message.of("remove one of the needs, or list the projects under `%s`", "must")));
                circle.forEach(needs::remove);
            }
        }
        return needs;
    }

    private Set<String> one(Node item) {
        String id = known.project(item, problems);
        return id == null ? Set.of() : Set.of(id);
    }

    /** The cycle of needs through a project; empty if there is none. */
    private static List<String> circle(Map<String, Set<String>> needs, String start) {
        Map<String, String> from = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            String at = open.remove();
            for (String next : needs.getOrDefault(at, Set.of())) {
                if (next.equals(start)) {
                    List<String> way = new ArrayList<>(List.of(start));
                    for (String back = at; !back.equals(start); back = from.getOrDefault(back, start)) {
                        way.add(1, back);
                    }
                    way.add(start);
                    return way;
                }
                if (!from.containsKey(next)) {
                    from.put(next, at);
                    open.add(next);
                }
            }
        }
        return List.of();
    }

    private void contradictions(Set<String> must, Set<String> never) {
        root.list("never", new ArrayList<>()).forEach(item -> {
            String id = item.isScalar() ? known.projects().apply(item.text()) : null;
            if (id != null && must.contains(id)) {
                problems.add(
                        item.problem(Message.of("`%s` is listed under both `%s` and `%s`", id, "must", "never"), null));
                never.remove(id);
            }
        });
    }

    /**
     * The minimum score of a plan, in millionths; null if it has none.
     *
     * @param root the plan
     * @param problems receives its problems
     */
    public static @Nullable Long from(Node root, List<Problem> problems) {
        Node node = root.get("from");
        if (node == null) {
            return null;
        }
        try {
            BigDecimal score = new BigDecimal(node.isScalar() ? node.text() : "");
            if (score.signum() >= 0 && score.compareTo(MOST_WORTH) <= 0) {
                return Scenario.millionths(score);
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // reported below
        }
        problems.add(node.problem(
                Message.of("`%s` must be a minimum score", "from"),
                Message.of("write a number of at least 0, such as `%s`", "40")));
        return null;
    }

    private Set<Verdict> consider() {
        Node node = root.get("consider");
        String word = root.optionalText("consider", problems);
        if (node != null && word != null && !CONSIDER.contains(word)) {
            problems.add(node.problem(
                    Message.of("`%s` must be `%s` or `%s`", "consider", CONSIDER.get(0), CONSIDER.get(1)), null));
        }
        return PortfolioPlan.considered(HOLD.equals(word));
    }

    private List<Set<String>> oneOf() {
        List<Set<String>> groups = new ArrayList<>();
        List<Node> lists = root.list("one-of", problems);
        for (Node group : areFew("one-of", names(lists), MOST_NAMES) ? lists : List.<Node>of()) {
            Set<String> ids = new LinkedHashSet<>();
            if (!group.isList()) {
                problems.add(group.problem(
                        Message.of("`%s` must be a list of lists", "one-of"),
                        Message.of("did you mean `%s`?", "- [a, b]")));
                continue;
            }
            group.items().forEach(item -> {
                String id = known.project(item, problems);
                if (id != null) {
                    ids.add(id);
                }
            });
            groups.add(ids);
        }
        return groups;
    }

    private Map<String, Count> tracks() {
        Map<String, Count> tracks = new TreeMap<>();
        Node node = root.map("tracks", problems);
        for (Node.Field field : each(node)) {
            if (!known.tracks().contains(field.key())) {
                problems.add(field.problem(
                        Message.of("unknown track `%s`", field.key()), Nearest.advice(field.key(), known.tracks())));
            } else if (!field.value().isMap()) {
                problems.add(field.value()
                        .problem(
                                Message.of(
                                        "the number of projects of a track needs `%s` or `%s`", "at-least", "at-most"),
                                null));
            } else {
                field.value().allow(Message.of("a track"), COUNT_KEYS, problems);
                tracks.put(field.key(), new Count(count(field.value(), "at-least"), count(field.value(), "at-most")));
            }
        }
        return tracks;
    }

    private Cost cost() {
        String word = root.optionalText("cost", problems);
        List<String> words = new ArrayList<>();
        for (Cost cost : Cost.values()) {
            if (cost.word().equals(word)) {
                return cost;
            }
            words.add(cost.word());
        }
        Node at = root.get("cost");
        if (word != null && at != null) {
            problems.add(at.problem(
                    Message.of("`%s` is not a cost of a project", word),
                    Nearest.of(word, words) == null
                            ? Message.of("`%s` or `%s`", words.get(0), words.get(1))
                            : Nearest.advice(word, words)));
        }
        return Cost.FUNDING_NEED;
    }
}
