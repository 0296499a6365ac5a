package dev.winnow.tables.internal.answers;

import dev.winnow.model.internal.history.Answer;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Universe;
import dev.winnow.tables.internal.entries.UniverseEntries;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A universe with the answers of a file laid over its projects and cities. Invalid answers are refused; the others
 * count.
 *
 * @param base the universe without the answers
 * @param file the content of the file
 * @param universe the universe with the answers
 * @param taken answers that count
 * @param refused rows that do not count
 * @param problems problems of the refused rows
 * @param conflicts contradictions between answers and facts known for the same day
 */
public record LaidAnswers(
        Universe base,
        AnswerFile file,
        Universe universe,
        List<Answer> taken,
        List<AnswerFile.Refused> refused,
        List<Problem> problems,
        List<Problem> conflicts) {

    public LaidAnswers {
        taken = List.copyOf(taken);
        refused = List.copyOf(refused);
        problems = List.copyOf(problems);
        conflicts = List.copyOf(conflicts);
    }

    /**
     * Lays answers over a universe.
     *
     * @param base the universe for which they were read
     */
    public static LaidAnswers over(Universe base, AnswerFile file) {
        Universe universe = base.with(List.of(file.document()), false, List.of());
        Set<Node> said = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Answer> taken = new ArrayList<>();
        IdentityHashMap<Node, Answer> counted = new IdentityHashMap<>();
        universe.answers().forEach(answer -> counted.put(answer.said(), answer));
        for (AnswerFile.Given one : file.given()) {
            Answer answer = counted.get(one.said());
            if (answer != null) {
                taken.add(answer);
                said.add(one.said());
            }
        }
        List<Problem> fresh = fresh(universe.problems(), base.problems());
        List<AnswerFile.Refused> refused = new ArrayList<>(file.refused());
        List<Problem> problems = new ArrayList<>();
        file.refused().forEach(one -> problems.addAll(one.problems()));
        for (AnswerFile.Given one : file.given()) {
            if (!said.contains(one.said())) {
                Set<Place> places = new HashSet<>();
                boolean ofList = one.row().kind() != null; // The origin of a row of a list is that of its question.
                for (Node.Field field : one.said().each()) {
                    if (!ofList || field.key().equals("rows")) {
                        places.addAll(UniverseEntries.places(field.value()));
                        places.add(field.place());
                    }
                }
                refused.add(new AnswerFile.Refused(
                        one.row(),
                        fresh.stream()
                                .filter(problem -> places.contains(problem.place()))
                                .toList()));
            }
        }
        problems.addAll(fresh);
        return new LaidAnswers(
                base,
                file,
                universe,
                taken,
                refused,
                problems.stream().sorted().distinct().toList(),
                fresh(universe.conflicts(), base.conflicts()));
    }

    private static List<Problem> fresh(List<Problem> all, List<Problem> before) {
        Set<Problem> known = new HashSet<>(before);
        return all.stream().filter(problem -> !known.contains(problem)).toList();
    }

    /** {@return the universe with some of the answers only} */
    public Universe with(Collection<Answer> some) {
        List<Node> nodes =
                taken.stream().filter(some::contains).map(Answer::said).toList();
        return base.with(List.of(AnswerFile.document(nodes, file.place())), false, List.of());
    }

    /**
     * Differences between the pack and universe that the questions were made from and the current ones. The answers
     * count all the same, since each names its fact and subject.
     *
     * @param pack name, version and digest of the pack
     * @param universe name and digest of the universe
     */
    public List<Problem> otherEditions(List<String> pack, List<String> universe) {
        return Stream.of(
                        other("pack.name", pack.get(0), "the questions were made with the pack `%s`, not with `%s`"),
                        other(
                                "universe.name",
                                universe.get(0),
                                "the questions were made from the universe `%s`, not from `%s`"),
                        pack.get(0).equals(text("pack.name"))
                                ? stale(
                                        "pack.digest",
                                        pack.get(2),
                                        "the pack has changed since the questions were made")
                                : null,
                        universe.get(0).equals(text("universe.name"))
                                ? stale(
                                        "universe.digest",
                                        universe.get(1),
                                        "the universe has changed since the questions were made")
                                : null)
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private String text(String key) {
        AnswerRow.Cell cell = file.about().get(key);
        return cell == null ? "" : cell.text();
    }

    private @Nullable Problem other(String key, String now, String template) {
        AnswerRow.Cell cell = file.about().get(key);
        return cell == null || cell.text().equals(now)
                ? null
                : new Problem(cell.place(), Message.of(template, cell.text(), now), 0, null);
    }

    private @Nullable Problem stale(String key, String now, String template) {
        AnswerRow.Cell cell = file.about().get(key);
        return cell == null || cell.text().equals(now)
                ? null
                : new Problem(
                        cell.place(),
                        Message.of(template),
                        0,
                        Message.of("the answers still count; `winnow ask` writes new questions"));
    }
}
