package dev.winnow.workbench.internal.compare;

import dev.winnow.engine.Evaluation;
import dev.winnow.engine.Progress;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.engine.ScreeningSession;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.BaseCase;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.source.Change;
import dev.winnow.model.universe.UniverseEdits;
import dev.winnow.workbench.internal.compare.Comparison.Editions;
import dev.winnow.workbench.internal.edit.AssumptionChanges;
import dev.winnow.workbench.internal.edit.PackEdits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Computes a {@link Comparison}. */
final class ComparisonBuilder {

    /** Maximum number of sets of several edits that are tried, for one flip and in total. */
    private static final int TRIALS = 2_000;

    private static final int ALL_TRIALS = 100_000;

    /**
     * Maximum number of reevaluations that trace moves without a flip to edits of the universe; each one reads a city
     * again.
     */
    private static final int REEVALUATIONS = 5_000;

    private final ScreeningRequest old;
    private final ScreeningRequest recent;
    private final Reevaluation reevaluation;
    private final List<Change> words;
    private final Map<Verdict, Map<Verdict, Integer>> matrix = new EnumMap<>(Verdict.class);
    private final List<AssessmentChange> flips = new ArrayList<>();
    private final List<AssessmentChange> moves = new ArrayList<>();
    private final List<AssessmentChange> baseFlips = new ArrayList<>();
    private final List<Assessment> appeared = new ArrayList<>();
    private final List<Assessment> vanished = new ArrayList<>();
    private int trials = ALL_TRIALS;
    private int reevaluations = REEVALUATIONS;
    private final Progress progress;
    private int done;

    private ComparisonBuilder(ScreeningRequest old, ScreeningRequest recent, Progress progress) {
        this.progress = progress;
        this.old = old;
        this.recent = recent;
        PackEdits ofPack = PackEdits.between(old.pack(), recent.pack());
        this.words = new ArrayList<>(ofPack.words());
        UniverseEdits ofUniverse = null;
        if (old.universe() != recent.universe()) {
            ofUniverse = UniverseEdits.between(old.universe(), recent.universe());
            words.addAll(ofUniverse.words());
        }
        this.reevaluation = new Reevaluation(ofPack, ofUniverse);
        for (Verdict from : Verdict.values()) {
            Map<Verdict, Integer> row = new EnumMap<>(Verdict.class);
            Arrays.stream(Verdict.values()).forEach(to -> row.put(to, 0));
            matrix.put(from, row);
        }
    }

    private record Key(String city, String project) {
        static Key of(Assessment assessment) {
            return new Key(assessment.city(), assessment.project());
        }
    }

    static Comparison of(ScreeningRequest old, ScreeningRequest recent, Progress progress) {
        ComparisonBuilder builder = new ComparisonBuilder(old, recent, progress);
        ScreeningResult first = builder.screen(old, 3);
        return builder.compare(first, builder.screen(recent, 2));
    }

    static Comparison of(
            ScreeningRequest old,
            ScreeningResult first,
            ScreeningRequest recent,
            ScreeningResult second,
            Progress progress) {
        return new ComparisonBuilder(old, recent, progress).compare(first, second);
    }

    private Comparison compare(ScreeningResult first, ScreeningResult second) {
        Map<Key, Assessment> before = assessments(first);
        Map<Key, Assessment> after = assessments(second);
        int all = done + before.size();
        before.forEach((key, was) -> {
            progress.show(++done, all);
            Assessment is = after.get(key);
            if (is == null) {
                vanished.add(was);
            } else {
                pair(first.session(), was, second.session(), is);
            }
        });
        after.forEach((key, is) -> {
            if (!before.containsKey(key)) {
                appeared.add(is);
            }
        });
        return new Comparison(
                stand(old),
                stand(recent),
                old.universe().illustrative() || recent.universe().illustrative(),
                edits(),
                words,
                assumptions(),
                matrix,
                flips,
                moves,
                baseFlips,
                appeared,
                vanished);
    }

    private List<Change> assumptions() {
        List<Change> changes = new ArrayList<>(AssumptionChanges.between(
                old.pack().assumptions(), recent.pack().assumptions()));
        changes.addAll(AssumptionChanges.between(
                old.universe().assumptions(), recent.universe().assumptions()));
        return changes;
    }

    /** @param steps the number of remaining passes over all pairs, as far as known */
    private ScreeningResult screen(ScreeningRequest request, int steps) {
        int before = done;
        ScreeningResult result = request.screen((judged, all) -> progress.show(before + judged, before + steps * all));
        done += result.whole().assessments().size();
        return result;
    }

    private static Map<Key, Assessment> assessments(ScreeningResult result) {
        Map<Key, Assessment> assessments =
                new TreeMap<>(Comparator.comparing(Key::city).thenComparing(Key::project));
        result.asked().assessments().forEach(one -> assessments.put(Key.of(one), one));
        return assessments;
    }

    private static Editions stand(ScreeningRequest request) {
        return new Editions(request.pack().edition(), request.universe().edition());
    }

    private void pair(ScreeningSession first, Assessment before, ScreeningSession second, Assessment after) {
        Objects.requireNonNull(matrix.get(before.verdict())).merge(after.verdict(), 1, Integer::sum);
        boolean flip = before.verdict() != after.verdict();
        if (flip || !same(before, after)) {
            List<Integer> bearing = reevaluation.bearing(after);
            if (bearing.size() == 1) {
                (flip ? flips : moves).add(new AssessmentChange(before, after, List.of(bearing), true));
            } else {
                Evaluation now = second.evaluation(after);
                if (old.universe() == recent.universe()) {
                    now.reusing(first.evaluation(before));
                }
                (flip ? flips : moves)
                        .add(flip ? flip(before, after, bearing, now) : move(before, after, bearing, now));
            }
        }
        BaseCase was = before.base();
        BaseCase is = after.base();
        if (was != null && is != null && was.verdict() != is.verdict()) {
            baseFlips.add(new AssessmentChange(before, after, List.of(), false));
        }
    }

    private AssessmentChange flip(Assessment before, Assessment after, List<Integer> bearing, Evaluation now) {
        Map<Set<Integer>, Boolean> tried = new HashMap<>();
        int[] spent = {0};
        Predicate<Set<Integer>> restores = undone -> tried.computeIfAbsent(undone, edits -> {
            spent[0]++;
            Assessment again = reevaluation.judge(now, edits);
            return again != null && again.verdict() == before.verdict();
        });
        Attribution.Found found = Attribution.of(bearing, restores, Math.min(TRIALS, trials));
        trials -= Math.max(0, spent[0] - bearing.size());
        return new AssessmentChange(before, after, found.causes(), found.proven());
    }

    private AssessmentChange move(Assessment before, Assessment after, List<Integer> bearing, Evaluation now) {
        List<List<Integer>> causes = new ArrayList<>();
        for (int edit : bearing) {
            if (!reevaluation.isOfPack(edit) && --reevaluations < 0) {
                return new AssessmentChange(before, after, causes, false);
            }
            Assessment without = reevaluation.judge(now, Set.of(edit));
            if (without != null && !same(without, after)) {
                causes.add(List.of(edit));
            }
        }
        return new AssessmentChange(before, after, causes, true);
    }

    private static boolean same(Assessment one, Assessment other) {
        return one.verdict() == other.verdict()
                && one.because() == other.because()
                && one.score().equals(other.score())
                && one.binds() == other.binds()
                && one.known().compareTo(other.known()) == 0
                && one.sides().equals(other.sides())
                && Objects.equals(one.district(), other.district())
                && one.chainActions().equals(other.chainActions());
    }

    private List<UndoableEdit> edits() {
        int[] flipped = counted(flips);
        int[] moved = counted(moves);
        List<UndoableEdit> edits = new ArrayList<>();
        for (int number = 1; number <= reevaluation.size(); number++) {
            edits.add(new UndoableEdit(
                    number,
                    reevaluation.isOfPack(number) ? UndoableEdit.Subject.PACK : UndoableEdit.Subject.UNIVERSE,
                    reevaluation.changes(number),
                    reevaluation.source(number),
                    flipped[number],
                    moved[number]));
        }
        return edits;
    }

    /** Counts, for each edit, the shifts that it causes. */
    private int[] counted(List<AssessmentChange> shifts) {
        int[] counts = new int[reevaluation.size() + 1];
        for (AssessmentChange shift : shifts) {
            Set<Integer> named = new HashSet<>();
            shift.causes().forEach(named::addAll);
            named.forEach(number -> counts[number]++);
        }
        return counts;
    }
}
