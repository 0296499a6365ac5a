package dev.winnow.analysis.internal.compare;

import dev.winnow.engine.Progress;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Screening.Edition;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.source.Change;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The differences between two screenings, and the edits that cause them.
 *
 * @param old what the old one rests on
 * @param recent what the new one rests on
 * @param illustrative whether either universe is invented
 * @param edits what changed and may bear on a result, by number
 * @param words what changed and by itself changes no result
 * @param assumptions what is assumed otherwise, which bears on base cases alone
 * @param matrix how many candidates that had a verdict have which now
 * @param flips those whose verdict is another, by city and project
 * @param moves those whose verdict is the same and something else is not: why, the scores, how much is known, the
 *     district, what the project does to the chain
 * @param baseFlips those whose base case, in which what is unknown is assumed, has another verdict, by city and project;
 *     no cause is looked for
 * @param appeared those that only the new one judges
 * @param vanished those that only the old one judges
 */
public record Comparison(
        Editions old,
        Editions recent,
        boolean illustrative,
        List<UndoableEdit> edits,
        List<Change> words,
        List<Change> assumptions,
        Map<Verdict, Map<Verdict, Integer>> matrix,
        List<AssessmentChange> flips,
        List<AssessmentChange> moves,
        List<AssessmentChange> baseFlips,
        List<Assessment> appeared,
        List<Assessment> vanished) {

    /**
     * The editions that a screening rests on.
     *
     * @param pack the pack
     * @param universe the universe
     */
    public record Editions(Edition pack, Edition universe) {}

    public Comparison {
        edits = List.copyOf(edits);
        words = List.copyOf(words);
        assumptions = List.copyOf(assumptions);
        flips = List.copyOf(flips);
        moves = List.copyOf(moves);
        baseFlips = List.copyOf(baseFlips);
        appeared = List.copyOf(appeared);
        vanished = List.copyOf(vanished);
    }

    /**
     * Screens twice and compares the pairs that the requests ask for.
     *
     * @param progress is called for each candidate that was evaluated by either edition, and for each that was compared
     */
    public static Comparison of(ScreeningRequest old, ScreeningRequest recent, Progress progress) {
        return Comparing.of(old, recent, progress);
    }

    /** The candidates that come out differently, verdict, base case or anything else, each once. */
    public List<AssessmentChange> shifted() {
        Map<List<String>, AssessmentChange> shifted = new LinkedHashMap<>();
        Stream.of(flips, moves, baseFlips)
                .flatMap(List::stream)
                .forEach(shift -> shifted.putIfAbsent(
                        List.of(shift.after().project(), shift.after().city()), shift));
        return List.copyOf(shifted.values());
    }

    /** How many were judged by both. */
    public int compared() {
        return matrix.values().stream()
                .flatMap(row -> row.values().stream())
                .mapToInt(Integer::intValue)
                .sum();
    }
}
