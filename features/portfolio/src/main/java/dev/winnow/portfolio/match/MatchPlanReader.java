package dev.winnow.portfolio.match;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.FigureText;
import dev.winnow.model.value.Unit;
import dev.winnow.portfolio.match.MatchPlan.Given;
import dev.winnow.portfolio.match.MatchPlan.GivenPair;
import dev.winnow.portfolio.match.TwoSidedMarket.Between;
import dev.winnow.portfolio.portfolio.Nameable;
import dev.winnow.portfolio.portfolio.PlanReader;
import dev.winnow.portfolio.portfolio.Scenario;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads a plan for a matching. Problems are reported at their place, and the parts concerned are left out. */
public final class MatchPlanReader {

    /** The keys of a plan. */
    public static final List<String> KEYS =
            List.of("title", "capacity", "capacities", "never", "despite-flags", "from", "preferences", "pairs");

    private static final List<String> SIDES = List.of("projects", "cities");
    private static final List<String> PAIR_KEYS = List.of("project", "city", "project-gains", "city-gains", "sure");
    private static final Message MATCH = Message.of("a matching");
    private static final Message PAIR = Message.of("a pair");

    private final Node root;
    private final Nameable known;
    private final List<Problem> problems;

    private MatchPlanReader(Node root, Nameable known, List<Problem> problems) {
        this.root = root;
        this.known = known;
        this.problems = problems;
    }

    /** {@return whether a plan has its own projects and cities, so that it needs no universe} */
    public static boolean bringsItsOwn(Node root) {
        return root.isMap() && (root.get("preferences") != null || root.get("pairs") != null);
    }

    /**
     * Reads a plan.
     *
     * @param root the root of the plan's file
     * @param known the names that it may use, unless it has its own projects and cities
     * @param problems receives the problems
     */
    public static MatchPlan read(Node root, Nameable known, List<Problem> problems) {
        if (!root.isMap()) {
            problems.add(root.problem(
                    Message.of(
                            "expected a plan with `%s` and other keys, found %s",
                            "capacities:", root.kind().words()),
                    null));
            return MatchPlan.NONE;
        }
        if (!bringsItsOwn(root)) {
            return new MatchPlanReader(root, known, problems).plan(null);
        }
        Given given = new MatchPlanReader(root, known, problems).given();
        return new MatchPlanReader(root, known(given), problems).plan(given);
    }

    /** {@return the names of a plan's own projects and cities} */
    public static Nameable known(Given given) {
        return new Nameable(
                word -> given.projects().contains(word) ? word : null,
                word -> given.cities().contains(word) ? word : null,
                given.projects(),
                given.cities(),
                List.of(),
                List.of(),
                List.of());
    }

    private MatchPlan plan(@Nullable Given given) {
        root.allow(MATCH, KEYS, problems);
        Node from = root.get("from");
        Long least = PlanReader.from(root, problems);
        if (from != null && least != null && given != null && given.ranked()) {
            problems.add(from.problem(Message.of("rankings have no scores"), Message.of("leave out `%s`", "from")));
        }
        Node each = root.get("capacity");
        return new MatchPlan(
                root.optionalText("title", problems),
                each == null ? null : capacity(each),
                capacities(),
                known.projects(root, "never", problems),
                known.projects(root, "despite-flags", problems),
                least,
                given);
    }

    private Map<String, Integer> capacities() {
        Map<String, Integer> capacities = new LinkedHashMap<>();
        Map<String, Place> places = new HashMap<>();
        Node node = root.map("capacities", problems);
        for (Node.Field field : node == null ? List.<Node.Field>of() : node.each()) {
            String id = known.cities().apply(field.key());
            Integer capacity = capacity(field.value());
            if (id == null) {
                problems.add(field.problem(noCity(field.key()), Nearest.advice(field.key(), known.cityNames())));
            } else if (places.putIfAbsent(id, field.place()) != null) {
                problems.add(field.problem(Message.of("`%s` is already set at %s", id, places.get(id))));
            } else if (capacity != null) {
                capacities.put(id, capacity);
            }
        }
        return capacities;
    }

    private @Nullable Integer capacity(Node node) {
        Message wrong = wrongCapacity(node.isScalar() ? node.text() : "");
        if (wrong != null) {
            problems.add(node.problem(wrong, CAPACITY));
            return null;
        }
        return Integer.valueOf(node.text());
    }

    /** Hint for a valid capacity. */
    public static final Message CAPACITY = Message.of("write a whole number of at least 0, such as `%s`", "3");

    /** {@return the problem of a capacity; null if it is valid} */
    public static @Nullable Message wrongCapacity(String text) {
        return text.matches("\\d{1,6}")
                ? null
                : text.matches("[-−–]\\d+")
                        ? Message.of("`%s` is below 0", text)
                        : Message.of("invalid capacity `%s`", text);
    }

    private static Message noCity(String word) {
        return Message.of("unknown city `%s`", word);
    }

    // --- The plan's own projects and cities ---

    private Given given() {
        Node preferences = root.map("preferences", problems);
        Node pairs = root.get("pairs");
        if (preferences != null && pairs != null) {
            problems.add(pairs.problem(
                    Message.of("`%s` and `%s` have the same meaning", "pairs", "preferences"),
                    Message.of("leave out one of them")));
        }
        return preferences == null || pairs != null ? ofPairs() : ofPreferences(preferences);
    }

    private Given ofPreferences(Node preferences) {
        preferences.allow(Message.of("`%s`", "preferences"), SIDES, problems);
        Map<String, Node> projects = side(preferences, "projects");
        Map<String, Node> cities = side(preferences, "cities");
        Map<String, List<String>> ofProjects = new TreeMap<>();
        Map<String, List<String>> ofCities = new TreeMap<>();
        projects.forEach((id, list) -> ofProjects.put(id, ranking(list, cities.keySet(), false)));
        cities.forEach((id, list) -> ofCities.put(id, ranking(list, projects.keySet(), true)));
        List<GivenPair> pairs = new ArrayList<>();
        Map<String, Map<String, Integer>> places = new HashMap<>();
        ofCities.forEach((city, ranking) -> places.put(city, places(ranking)));
        ofProjects.forEach((project, ranking) -> places(ranking).forEach((city, choice) -> {
            Integer place = places.getOrDefault(city, Map.of()).get(project);
            if (place != null) {
                pairs.add(new GivenPair(project, city, choice(choice), choice(place), true));
            }
        }));
        return new Given(List.copyOf(ofProjects.keySet()), List.copyOf(ofCities.keySet()), pairs, true);
    }

    private static Map<String, Integer> places(List<String> ranking) {
        Map<String, Integer> places = new LinkedHashMap<>();
        ranking.forEach(one -> places.put(one, places.size()));
        return places;
    }

    private static Between choice(int place) {
        return new Between(-place - 1L, -place - 1L);
    }

    private Map<String, Node> side(Node preferences, String key) {
        Map<String, Node> lists = new LinkedHashMap<>();
        Node node = preferences.map(key, problems);
        if (node == null) {
            problems.add(preferences.problem(Message.of("`%s` requires `%s`", "preferences", key), null));
            return lists;
        }
        node.each().forEach(field -> lists.put(field.key(), field.value()));
        return lists;
    }

    /** Reads names in the order of preference; other names are not acceptable. */
    private List<String> ranking(Node list, Collection<String> others, boolean areProjects) {
        List<String> ranking = new ArrayList<>();
        if (!list.isList()) {
            problems.add(list.problem(
                    Message.of("preferences must be a list, most preferred first"),
                    Message.of("did you mean `%s`?", "[a, b]")));
            return ranking;
        }
        Set<String> seen = new HashSet<>();
        for (Node item : list.items()) {
            String word = item.isScalar() ? item.text() : "";
            if (!others.contains(word)) {
                problems.add(item.problem(
                        areProjects ? Message.of("unknown project `%s`", word) : noCity(word),
                        Nearest.advice(word, others)));
            } else if (seen.add(word)) {
                ranking.add(word);
            } else {
                problems.add(item.problem(Message.of("duplicate `%s`", word), null));
            }
        }
        return ranking;
    }

    private Given ofPairs() {
        Set<String> projects = new TreeSet<>();
        Set<String> cities = new TreeSet<>();
        Set<List<String>> seen = new HashSet<>();
        List<GivenPair> pairs = new ArrayList<>();
        for (Node node : root.list("pairs", problems)) {
            if (!node.isMap()) {
                problems.add(node.problem(
                        Message.of(
                                "a pair needs `%s`, `%s`, `%s` and `%s`",
                                "project", "city", "project-gains", "city-gains"),
                        null));
                continue;
            }
            node.allow(PAIR, PAIR_KEYS, problems);
            String project = node.requiredText(PAIR, "project", problems);
            String city = node.requiredText(PAIR, "city", problems);
            Between ofProject = gain(node, "project-gains");
            Between ofCity = gain(node, "city-gains");
            boolean sure = sure(node);
            if (project != null && city != null) {
                projects.add(project);
                cities.add(city);
                if (!seen.add(List.of(project, city))) {
                    problems.add(node.problem(Message.of("duplicate pair `%s`, `%s`", project, city), null));
                } else if (ofProject != null && ofCity != null) {
                    pairs.add(new GivenPair(project, city, ofProject, ofCity, sure));
                }
            }
        }
        return new Given(List.copyOf(projects), List.copyOf(cities), pairs, false);
    }

    private @Nullable Between gain(Node pair, String key) {
        Node node = pair.get(key);
        if (node == null) {
            pair.requiredText(PAIR, key, problems);
            return null;
        }
        Figure figure = FigureText.parse(node, Unit.NUMBER, null, problems);
        if (figure == null) {
            return null;
        }
        try {
            if (!figure.high().isUnbounded()) {
                return new Between(
                        Scenario.millionths(figure.low().decimal()),
                        Scenario.millionths(figure.high().decimal()));
            }
        } catch (ArithmeticException e) {
            // reported below
        }
        problems.add(node.problem(
                Message.of("invalid gain `%s`", node.text()),
                Message.of("write a number with at most six decimals, or a range, such as `%s`", "40–55")));
        return null;
    }

    private boolean sure(Node pair) {
        Node node = pair.get("sure");
        String text = node == null ? "yes" : node.isScalar() ? node.text() : "";
        if (node != null && !List.of("yes", "no", "true", "false").contains(text)) {
            problems.add(node.problem(Message.of("`%s` must be `%s` or `%s`", "sure", "yes", "no"), null));
        }
        return !text.equals("no") && !text.equals("false");
    }
}
