package dev.winnow.model.internal.read;

import dev.winnow.model.domain.Milestone;
import dev.winnow.model.domain.Outcome;
import dev.winnow.model.domain.Project;
import dev.winnow.model.internal.history.History;
import dev.winnow.model.internal.history.Origin;
import dev.winnow.model.internal.history.ProjectHistory;
import dev.winnow.model.internal.history.UniverseIds;
import dev.winnow.model.internal.history.View;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Flag;
import dev.winnow.model.value.Period;
import dev.winnow.model.vocabulary.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a project. Any problem leaves the whole project out. */
public final class ProjectReader {

    public static final List<String> OTHERS = List.of("milestones", "outcome", "illustrative", "zh");

    private static final List<String> STEPS = Vocabulary.steps();

    /** The steps of building and those of a public programme. Each path has its own order, independent of the other. */
    private static final List<List<String>> PATHS = List.of(
            STEPS.subList(0, STEPS.indexOf("statement-of-interest")),
            STEPS.subList(STEPS.indexOf("statement-of-interest"), STEPS.size()));

    private final UniverseIds words;

    public ProjectReader(UniverseIds words) {
        this.words = words;
    }

    /** Returns all steps of milestones, in order. */
    public static List<String> steps() {
        return STEPS;
    }

    /** Returns the steps of building, in order. */
    public static List<String> building() {
        return PATHS.get(0);
    }

    public @Nullable ProjectHistory read(Node node, boolean own, boolean invented, List<Problem> problems) {
        List<Problem> wrong = new ArrayList<>();
        HistoryReader reader = new HistoryReader(words);
        History<Project> history =
                reader.read(words.vocabulary().project(), node, Map.of(), Origin.NONE, OTHERS, wrong);
        Origin origin = node.isMap() ? Origin.NONE.within(node, words, new ArrayList<>()) : Origin.NONE;
        List<Reached> reached = new ArrayList<>();
        String id = HistoryReader.id(node);
        for (Node item : node.list("milestones", wrong)) {
            History<Milestone> one = reader.read(
                    Vocabulary.milestone(), item, Map.of("project", id == null ? "" : id), origin, List.of(), wrong);
            if (one != null) {
                reached.add(reached(item, one));
            }
        }
        checkOrder(reached, wrong);
        Node end = node.get("outcome");
        History<Outcome> ended = end == null
                ? null
                : reader.read(
                        Vocabulary.outcome(),
                        end,
                        Map.of("project", id == null ? "" : id),
                        origin.undated(),
                        List.of(),
                        wrong);
        if (history != null) {
            ApartFrom.check(words.vocabulary().ofProject(), node, words.firms(), wrong);
            checkDates(
                    node, history.at(View.EVER).decided(), ended == null ? null : ended.at(View.EVER), reached, wrong);
        }
        Node flag = node.get("illustrative");
        Boolean illustrative = flag == null ? Boolean.FALSE : Flag.parse("illustrative", flag, wrong);
        problems.addAll(wrong);
        if (history == null || illustrative == null || node.flawed() || !wrong.isEmpty()) {
            return null;
        }
        return history(history, reached, ended, illustrative || invented, own);
    }

    private static ProjectHistory history(
            History<Project> history,
            List<Reached> reached,
            @Nullable History<Outcome> ended,
            boolean illustrative,
            boolean own) {
        Project project = history.at(View.EVER);
        LocalDate built = first(reached, building());
        LocalDate landed = first(reached, List.of("landed"));
        LocalDate start = landed != null ? landed : earlier(project.decided(), built);
        List<History<Milestone>> milestones = reached.stream()
                .sorted(Comparator.comparing((Reached one) -> one.period.last())
                        .thenComparing(one -> STEPS.indexOf(one.step)))
                .map(Reached::history)
                .toList();
        return new ProjectHistory(
                project.id(),
                project.name(),
                history,
                milestones,
                project.city(),
                project.decided(),
                start,
                built,
                ended == null ? null : ended.at(View.EVER),
                illustrative,
                own);
    }

    /** Returns the day by which the first of some steps was reached; null if none is stated. */
    private static @Nullable LocalDate first(List<Reached> reached, List<String> steps) {
        return reached.stream()
                .filter(one -> steps.contains(one.step))
                .map(one -> one.period.last())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    /** A milestone while it is read. */
    private record Reached(String step, Period period, Node node, History<Milestone> history) {}

    /** Reads a milestone, which counts from the day it was reached unless it states another day. */
    private static Reached reached(Node item, History<Milestone> history) {
        Milestone milestone = history.at(View.EVER);
        Node day = item.get("reached");
        Period period = day != null && day.isScalar() ? Period.parse("reached", day, new ArrayList<>()) : null;
        LocalDate reached = Objects.requireNonNull(milestone.reached()); // required in a file
        Period known = period == null ? new Period(reached, reached) : period;
        Node own = item.get("asOf");
        LocalDate since = own == null ? reached : history.evidence().asOf();
        return new Reached(milestone.step(), known, day == null ? item : day, history.since(since));
    }

    /** Checks the dates of the decision, the steps and the outcome against each other. */
    private static void checkDates(
            Node project,
            @Nullable LocalDate decided,
            @Nullable Outcome outcome,
            List<Reached> reached,
            List<Problem> wrong) {
        LocalDate ended = outcome == null ? null : outcome.ended();
        if (decided != null && ended != null && ended.isBefore(decided)) {
            Node at = Objects.requireNonNull(project.get("outcome")).get("ended");
            wrong.add(Objects.requireNonNull(at)
                    .problem(Message.of("the outcome is dated before the decision at %s", place(project, "decided"))));
        }
        // A public programme decides late, and about plants that may be built already.
        boolean programme = reached.stream().anyMatch(one -> PATHS.get(1).contains(one.step));
        for (Reached one : reached) {
            LocalDate day = one.period.last();
            if (decided != null && !programme && day.isBefore(decided)) {
                wrong.add(one.node.problem(
                        Message.of("`%s` is dated before the decision at %s", one.step, place(project, "decided"))));
            }
            if (outcome != null && !outcome.isSuccess() && ended != null && day.isAfter(ended)) {
                wrong.add(one.node.problem(Message.of(
                        "`%s` is dated after the end of the project at %s", one.step, place(project, "outcome"))));
            }
        }
    }

    private static Place place(Node project, String key) {
        return Objects.requireNonNull(project.get(key)).place();
    }

    private static boolean comesFirst(String first, String then) {
        return PATHS.stream().anyMatch(path -> path.contains(first) && path.indexOf(first) < path.indexOf(then));
    }

    /** Checks that no step is dated before a step that must precede it. */
    private static void checkOrder(Collection<Reached> reached, List<Problem> wrong) {
        Set<List<Object>> seen = new HashSet<>();
        for (Reached one : reached) {
            if (!seen.add(List.of(one.step, one.period.first(), one.period.last()))) {
                wrong.add(one.node.problem(Message.of("duplicate milestone `%s`", one.step)));
            }
            reached.stream()
                    .filter(other -> comesFirst(other.step, one.step))
                    .filter(other -> one.period.last().isBefore(other.period.first()))
                    .filter(other -> reached.stream()
                            .noneMatch(twin -> twin.step.equals(other.step)
                                    && twin.period.last().isBefore(other.period.last())))
                    .min(Comparator.comparingInt((Reached other) -> STEPS.indexOf(other.step)))
                    .ifPresent(other -> wrong.add(one.node.problem(
                            Message.of("`%s` is dated before `%s` at %s", one.step, other.step, other.node.place()))));
        }
    }
}
