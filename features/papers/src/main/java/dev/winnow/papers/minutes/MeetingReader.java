package dev.winnow.papers.minutes;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.papers.minutes.Meeting.Member;
import dev.winnow.papers.minutes.Meeting.Recusal;
import dev.winnow.papers.minutes.Meeting.Vote;
import dev.winnow.records.internal.content.PairResult;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a meeting. Problems are reported at their place, and the parts concerned are left out. */
public final class MeetingReader {

    private static final Message MEETING = Message.of("a meeting");
    private static final Message MEMBER = Message.of("a member");
    private static final Message RECUSAL = Message.of("a recusal");
    private static final Message VOTE = Message.of("a vote");

    private static final List<String> KEYS =
            List.of("title", "day", "place", "chair", "secretary", "present", "absent", "recused", "votes");

    private final Node root;
    private final List<PairResult> decided;
    private final List<Problem> problems;

    private MeetingReader(Node root, List<PairResult> decided, List<Problem> problems) {
        this.root = root;
        this.decided = decided;
        this.problems = problems;
    }

    /** Returns the day of a meeting; null if it has no valid one. */
    public static @Nullable LocalDate day(Node root) {
        return new MeetingReader(root, List.of(), new ArrayList<>()).day();
    }

    /**
     * Reads a meeting.
     *
     * @param decided the pairs that its minutes have a decision on
     * @param problems receives the problems
     */
    public static Meeting read(Node root, List<PairResult> decided, List<Problem> problems) {
        if (!root.hasKeys(MEETING, problems)) {
            return Meeting.NONE;
        }
        root.allow(MEETING, KEYS, problems);
        return new MeetingReader(root, decided, problems).meeting();
    }

    private Meeting meeting() {
        List<Member> present = members("present");
        List<Member> absent = members("absent");
        List<String> names = Stream.concat(present.stream(), absent.stream())
                .map(Member::name)
                .toList();
        List<Recusal> recusals = recusals(names);
        return new Meeting(
                root.optionalText("title", problems),
                day(),
                root.optionalText("place", problems),
                root.optionalText("chair", problems),
                root.optionalText("secretary", problems),
                present,
                absent,
                recusals,
                votes(present, recusals));
    }

    private @Nullable LocalDate day() {
        String text = root.optionalText("day", problems);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            problem("day", root, Message.of("`%s` is not a date", text), Message.of("write `%s`", "2026-05-20"));
            return null;
        }
    }

    private void problem(String key, Node map, Message what, @Nullable Message advice) {
        Node value = map.get(key);
        problems.add((value == null ? map : value).problem(what, advice));
    }

    private List<Member> members(String key) {
        List<Member> members = new ArrayList<>();
        for (Node node : root.list(key, problems)) {
            String name = null;
            String organisation = null;
            if (node.isMap()) {
                node.allow(MEMBER, List.of("name", "organisation"), problems);
                name = node.requiredText(MEMBER, "name", problems);
                organisation = node.optionalText("organisation", problems);
            } else if (node.isScalar() && !node.text().isBlank()) {
                name = node.text().strip();
            } else {
                problems.add(node.problem(
                        Message.of("a member must be a name"),
                        Message.of("write `%s` or `%s`", "Li Wen", "{name: Li Wen, organisation: City}")));
            }
            if (name != null) {
                members.add(new Member(name, organisation));
            }
        }
        return members;
    }

    private List<Recusal> recusals(Collection<String> names) {
        List<Recusal> recusals = new ArrayList<>();
        for (Node node : root.list("recused", problems)) {
            if (!node.hasKeys(RECUSAL, problems)) {
                continue;
            }
            node.allow(RECUSAL, List.of("name", "project", "reason"), problems);
            String name = node.requiredText(RECUSAL, "name", problems);
            String project = node.requiredText(RECUSAL, "project", problems);
            String reason = node.requiredText(RECUSAL, "reason", problems);
            if (name != null && !names.contains(name)) {
                problem(
                        "name",
                        node,
                        Message.of("`%s` is neither present nor absent", name),
                        Nearest.advice(name, names));
            } else if (name != null && project != null && reason != null && isDecided(node, project)) {
                recusals.add(new Recusal(name, project, reason));
            }
        }
        return recusals;
    }

    /** Whether the minutes have a decision on a project; if not, this is reported. */
    private boolean isDecided(Node node, String project) {
        List<String> projects =
                decided.stream().map(PairResult::project).distinct().toList();
        if (!projects.contains(project)) {
            problem(
                    "project",
                    node,
                    Message.of("the minutes have no decision on `%s`", project),
                    Nearest.advice(project, projects));
        }
        return projects.contains(project);
    }

    private List<Vote> votes(List<Member> present, List<Recusal> recusals) {
        List<Vote> votes = new ArrayList<>();
        for (Node node : root.list("votes", problems)) {
            if (!node.hasKeys(VOTE, problems)) {
                continue;
            }
            node.allow(VOTE, List.of("project", "city", "for", "against", "abstained"), problems);
            String project = node.requiredText(VOTE, "project", problems);
            String city = node.requiredText(VOTE, "city", problems);
            Integer approving = count(node, "for");
            Integer against = count(node, "against");
            Integer abstained = count(node, "abstained");
            if (project == null || city == null || approving == null || against == null || abstained == null) {
                continue;
            }
            Vote vote = new Vote(project, city, approving, against, abstained);
            if (isDecided(node, project) && isAllowed(node, vote, votes, present, recusals)) {
                votes.add(vote);
            }
        }
        return votes;
    }

    private boolean isAllowed(Node node, Vote vote, List<Vote> before, List<Member> present, List<Recusal> recusals) {
        List<String> cities = decided.stream()
                .filter(one -> one.project().equals(vote.project()))
                .map(PairResult::city)
                .toList();
        if (!cities.contains(vote.city())) {
            problem(
                    "city",
                    node,
                    Message.of("the minutes have no decision on `%s` in `%s`", vote.project(), vote.city()),
                    Nearest.advice(vote.city(), cities));
            return false;
        }
        if (before.stream()
                .anyMatch(one ->
                        one.project().equals(vote.project()) && one.city().equals(vote.city()))) {
            problems.add(node.problem(Message.of("duplicate vote on `%s` in `%s`", vote.project(), vote.city())));
            return false;
        }
        long may = present.stream()
                .filter(member -> recusals.stream()
                        .noneMatch(one -> one.project().equals(vote.project())
                                && one.name().equals(member.name())))
                .count();
        if (!present.isEmpty() && vote.all() > may) {
            problems.add(node.problem(Message.of(
                    "%s votes on `%s`, but only %s of the members present may vote", vote.all(), vote.project(), may)));
            return false;
        }
        return true;
    }

    /** Returns a number of votes; 0 if it is not given, null if it is invalid. */
    private @Nullable Integer count(Node node, String key) {
        String text = node.optionalText(key, problems);
        if (text == null) {
            return node.get(key) == null ? 0 : null;
        }
        if (!text.matches("\\d{1,4}")) {
            problem(
                    key,
                    node,
                    Message.of("`%s` is not a number of votes", text),
                    Message.of("write a whole number of at least 0, such as `%s`", "3"));
            return null;
        }
        return Integer.valueOf(text);
    }
}
