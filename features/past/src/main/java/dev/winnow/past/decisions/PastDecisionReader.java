package dev.winnow.past.decisions;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.universe.Universe.ProjectEntry;
import dev.winnow.model.value.Period;
import dev.winnow.past.decisions.PastDecision.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads past decisions from rows. A row has a project with an outcome or a rank, or two projects of which the first was
 * preferred. Problems are reported at their place, and the rows concerned are left out.
 */
public final class PastDecisionReader {

    /** The key of the list in a document. */
    public static final String LIST = "decisions";

    /** The keys of a row, each with its headings in tables. */
    public static final Map<String, List<String>> COLUMNS = columns();

    private static final List<String> OUTCOMES =
            List.of(Outcome.APPROVED.word(), Outcome.HELD.word(), Outcome.DECLINED.word());
    private static final Message DECISION = Message.of("a decision");

    private final Universe universe;
    private final Map<String, ProjectEntry> projects = new HashMap<>();
    private final List<PastDecision> decisions = new ArrayList<>();
    private final List<PastPreference> preferences = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<PastPair, Place> decided = new HashMap<>();
    private boolean threefold;
    /** The ranked pairs of each round by rank, with the places of the ranks. */
    private final Map<String, SortedMap<Long, Map<PastPair, Place>>> rounds = new LinkedHashMap<>();

    private PastDecisionReader(Universe universe) {
        this.universe = universe;
        universe.projects().forEach(project -> projects.put(project.id(), project));
    }

    private static Map<String, List<String>> columns() {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        columns.put("project", List.of("project", "project id", "项目", "项目名称", "项目编号"));
        columns.put("city", List.of("city", "place", "城市", "地市", "落地城市"));
        columns.put(
                "day", List.of("day", "date", "as of", "asOf", "decided", "decision date", "日期", "决策日期", "评审日期", "时间"));
        columns.put("outcome", List.of("outcome", "decision", "result", "verdict", "决定", "结论", "结果", "评审结论"));
        columns.put("reason", List.of("reason", "why", "reasons", "理由", "原因"));
        columns.put("by", List.of("by", "decided by", "decider", "决策人", "决策机构"));
        columns.put("rank", List.of("rank", "place in the ranking", "名次", "排名", "排序"));
        columns.put("round", List.of("round", "list", "meeting", "轮次", "批次", "会议"));
        columns.put("better", List.of("better", "preferred", "first", "优先项目", "优先"));
        columns.put("worse", List.of("worse", "over", "second", "次选项目", "次选"));
        return columns;
    }

    /**
     * Reads a document: a list of rows, or a list of rows under {@code decisions}.
     *
     * @param root the root of the document
     * @param universe the universe of the projects and cities
     */
    public static PastDecisions read(Node root, Universe universe) {
        if (root.isList()) {
            return read(root.items(), universe);
        }
        List<Problem> problems = new ArrayList<>();
        if (!root.isMap()) {
            problems.add(root.problem(Message.of("expected the key `%s` with a list of decisions", LIST)));
            return new PastDecisions(List.of(), List.of(), problems);
        }
        root.allow(Message.of("a file of past decisions"), List.of(LIST), problems);
        PastDecisions read = read(root.list(LIST, problems), universe);
        problems.addAll(read.problems());
        return new PastDecisions(read.decisions(), read.preferences(), problems, read.threefold());
    }

    /**
     * Reads rows.
     *
     * @param rows maps with keys of {@link #COLUMNS}
     * @param universe the universe of the projects and cities
     */
    public static PastDecisions read(List<Node> rows, Universe universe) {
        PastDecisionReader reader = new PastDecisionReader(universe);
        rows.forEach(reader::row);
        reader.rounds.values().forEach(reader::neighbours);
        return new PastDecisions(reader.decisions, reader.preferences, reader.problems, reader.threefold);
    }

    private void row(Node row) {
        if (!row.hasKeys(DECISION, problems)) {
            return;
        }
        int before = problems.size();
        row.allow(DECISION, COLUMNS.keySet(), problems);
        LocalDate day = day(row);
        if (row.get("better") != null || row.get("worse") != null) {
            PastPair better = pair(row, "better", day);
            PastPair worse = pair(row, "worse", day);
            if (better != null && better.equals(worse)) {
                problems.add(row.problem(Message.of("`%s` cannot be preferred to itself", better.project())));
            } else if (better != null && worse != null && problems.size() == before) {
                preferences.add(new PastPreference(better, worse, false, row.place()));
            }
            return;
        }
        PastPair pair = pair(row, "project", day);
        Outcome outcome = outcome(row);
        threefold |= outcome == Outcome.HELD;
        Long rank = rank(row);
        if (row.get("outcome") == null && row.get("rank") == null) {
            problems.add(row.problem(
                    Message.of("the decision has no outcome"),
                    Message.of("write %s under `%s`", Message.any(OUTCOMES), "outcome")));
        }
        String reason = row.optionalText("reason", problems);
        String by = row.optionalText("by", problems);
        String round = row.optionalText("round", problems);
        if (pair == null || problems.size() > before) {
            return;
        }
        Node place = row.get("project");
        Place at = place == null ? row.place() : place.place();
        if (outcome != null && isNew(pair, at)) {
            decisions.add(new PastDecision(pair, outcome, reason, by, at));
        }
        if (rank != null) {
            rounds.computeIfAbsent(round == null ? "" : round, any -> new TreeMap<>())
                    .computeIfAbsent(rank, any -> new LinkedHashMap<>())
                    .putIfAbsent(pair, at);
        }
    }

    private boolean isNew(PastPair pair, Place at) {
        Place earlier = decided.putIfAbsent(pair, at);
        if (earlier != null) {
            problems.add(Problem.at(
                            at, "the decision on `%s` in `%s` is already at %s", pair.project(), pair.city(), earlier)
                    .with(Message.of("leave out one of them, or write the day of each")));
        }
        return earlier == null;
    }

    /** Adds the preferences between neighbours of a ranking; equal ranks are ties. */
    private void neighbours(SortedMap<Long, Map<PastPair, Place>> ranking) {
        PastPair above = null;
        for (Map<PastPair, Place> alike : ranking.values()) {
            PastPair first = null;
            for (Map.Entry<PastPair, Place> one : alike.entrySet()) {
                PastPair before = first == null ? above : first;
                if (before != null && !before.equals(one.getKey())) {
                    preferences.add(new PastPreference(before, one.getKey(), first != null, one.getValue()));
                }
                first = first == null ? one.getKey() : first;
            }
            above = first;
        }
    }

    private @Nullable LocalDate day(Node row) {
        Node day = row.get("day");
        Period read = day == null ? null : Period.parse("day", day, problems);
        return read == null ? null : read.last();
    }

    private @Nullable Outcome outcome(Node row) {
        String word = row.get("outcome") == null ? null : row.optionalText("outcome", problems);
        Outcome outcome = word == null ? null : Outcome.of(word);
        Node at = row.get("outcome");
        if (word != null && outcome == null && at != null) {
            problems.add(at.problem(
                    Message.of("unknown outcome `%s`", word),
                    Nearest.advice(word, OUTCOMES, Message.of("expected one of %s", Message.names(OUTCOMES)))));
        }
        return outcome;
    }

    private @Nullable Long rank(Node row) {
        String text = row.get("rank") == null ? null : row.optionalText("rank", problems);
        Node at = row.get("rank");
        if (text == null || at == null) {
            return null;
        }
        if (!text.matches("[1-9]\\d{0,8}")) {
            problems.add(at.problem(
                    Message.of("invalid rank `%s`", text),
                    Message.of("write a whole number from %s; equal ranks are ties", 1)));
            return null;
        }
        return Long.valueOf(text);
    }

    private @Nullable PastPair pair(Node row, String key, @Nullable LocalDate day) {
        String word = row.requiredText(DECISION, key, problems);
        Node at = row.get(key);
        if (word == null || at == null) {
            return null;
        }
        String project = universe.findProject(word);
        if (project == null) {
            Set<String> known = new TreeSet<>(universe.projectIds());
            projects.values().forEach(one -> known.add(one.name()));
            problems.add(at.problem(Message.of("unknown project `%s`", word), Nearest.advice(word, known)));
            return null;
        }
        ProjectEntry entry = projects.get(project);
        String city = city(row, entry == null ? null : entry.city());
        LocalDate own = entry == null ? null : entry.decided();
        return city == null ? null : new PastPair(project, city, day == null ? own : day);
    }

    /** The city of a row; without one, the city of the project, or the only city of the universe. */
    private @Nullable String city(Node row, @Nullable String own) {
        Node at = row.get("city");
        if (at == null) {
            List<String> cities = universe.cityIds();
            String only = own == null && cities.size() == 1 ? cities.get(0) : own;
            if (only == null) {
                row.requiredText(DECISION, "city", problems);
            }
            return only;
        }
        String word = row.optionalText("city", problems);
        String city = word == null ? null : universe.findCity(word);
        if (word != null && city == null) {
            problems.add(at.problem(Message.of("unknown city `%s`", word), Nearest.advice(word, universe.cityIds())));
        }
        return city;
    }
}
