package dev.winnow.workbench.internal.compare;

import dev.winnow.engine.Progress;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.engine.ScreeningResult;
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
 * @param old the editions of the old screening
 * @param recent the editions of the new screening
 * @param illustrative whether either universe is invented
 * @param edits changes that may affect a result, by number
 * @param words changes that affect no result by themselves
 * @param assumptions changed assumptions, which affect base cases alone
 * @param matrix number of candidates by old and new verdict
 * @param flips candidates whose verdict changed, by city and project
 * @param moves candidates with the same verdict and another reason, score, known share, district or effect on the chain
 * @param baseFlips candidates whose base case has another verdict, by city and project; no cause is searched for
 * @param appeared candidates that only the new screening judges
 * @param vanished candidates that only the old screening judges
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
     * The editions that a screening is based on.
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
     * Screens twice and compares the requested pairs.
     *
     * @param progress called for each candidate evaluated by either edition, and for each compared candidate
     */
    public static Comparison of(ScreeningRequest old, ScreeningRequest recent, Progress progress) {
        return ComparisonBuilder.of(old, recent, progress);
    }

    /**
     * Compares the requested pairs of two screenings.
     *
     * @param old the request of the old screening
     * @param first its result
     * @param recent the request of the new screening
     * @param second its result
     * @param progress called for each compared candidate
     */
    public static Comparison of(
            ScreeningRequest old,
            ScreeningResult first,
            ScreeningRequest recent,
            ScreeningResult second,
            Progress progress) {
        return ComparisonBuilder.of(old, first, recent, second, progress);
    }

    /** All changed candidates, by verdict, base case or otherwise, each once. */
    public List<AssessmentChange> shifted() {
        Map<List<String>, AssessmentChange> shifted = new LinkedHashMap<>();
        Stream.of(flips, moves, baseFlips)
                .flatMap(List::stream)
                .forEach(shift -> shifted.putIfAbsent(
                        List.of(shift.after().project(), shift.after().city()), shift));
        return List.copyOf(shifted.values());
    }

    /** Number of candidates judged by both. */
    public int compared() {
        return matrix.values().stream()
                .flatMap(row -> row.values().stream())
                .mapToInt(Integer::intValue)
                .sum();
    }
}
