package dev.winnow.workbench.internal.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.PackText;
import dev.winnow.engine.Progress;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.engine.oracle.RandomUniverses;
import dev.winnow.engine.oracle.RandomUniverses.Size;
import dev.winnow.model.ShippedFacts;
import dev.winnow.model.Thorough;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.universe.Universe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random edits of the text of shipped packs: the reported flips equal those of two runs, and the reported causes are
 * confirmed by undoing edits in the text itself.
 */
class BruteForceTest {

    private static final Path RULES = Path.of("..", "rules");
    private static final Path SEEDS = Path.of("..", "seeds");
    private static final int ROUNDS = Thorough.count(6, 16);
    private static final String THRESHOLD = "recommend: ";

    @TempDir
    private Path folder;

    private final Random random = new Random(7);

    /** An edit of one line of text. */
    private record TextEdit(String file, int line, String before, String after) {}

    @ParameterizedTest
    @ValueSource(strings = {"battery", "semiconductor"})
    void flipsAndCausesAreThoseOfBruteForce(String name) {
        PackText old = PackText.read(RULES.resolve(name));
        RulePack oldPack = old.pack(folder);
        List<Universe> universes = new ArrayList<>(List.of(Universe.read(
                ShippedFacts.VOCABULARY, SEEDS.resolve(name.equals("battery") ? "illustrative" : "semiconductor"))));
        for (int seed = 0; seed < 3; seed++) {
            universes.add(RandomUniverses.draw(500 + seed, Size.MIDDLE).universe());
        }
        int flips = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Map<TextEdit, PackText> edits = edits(old, 1 + random.nextInt(5), round % 2 == 0);
            PackText recent = with(old, edits.keySet());
            RulePack recentPack = recent.pack(folder);
            if (recentPack == null) {
                continue;
            }
            for (Universe universe : universes) {
                Comparison comparison = Comparison.of(
                        ScreeningRequest.of(oldPack, universe),
                        ScreeningRequest.of(recentPack, universe),
                        Progress.NONE);
                Map<String, Verdict> before = verdicts(oldPack, universe);
                Map<String, Verdict> after = verdicts(recentPack, universe);
                assertThat(comparison.flips().stream().map(BruteForceTest::key))
                        .as("round %d of %s", round, edits.keySet())
                        .containsExactlyInAnyOrderElementsOf(before.keySet().stream()
                                .filter(key -> before.get(key) != after.get(key))
                                .toList());
                Map<TextEdit, Integer> numbers = numbers(comparison, edits.keySet());
                Map<Set<TextEdit>, Map<String, Verdict>> tried = new LinkedHashMap<>();
                for (AssessmentChange flip : comparison.flips()) {
                    flips++;
                    assertThat(flip.proven()).isTrue();
                    assertThat(new HashSet<>(flip.causes()))
                            .as("round %d: %s of %s", round, key(flip), edits.keySet())
                            .isEqualTo(smallest(old, recent, edits.keySet(), numbers, universe, flip, tried));
                }
            }
        }
        assertThat(flips).as("flips seen").isGreaterThan(10);
    }

    private static String key(AssessmentChange shift) {
        return shift.after().project() + " in " + shift.after().city();
    }

    private static Map<String, Verdict> verdicts(RulePack pack, Universe universe) {
        return Screener.walking(pack).screen(universe).assessments().stream()
                .collect(Collectors.toMap(
                        one -> one.project() + " in " + one.city(),
                        Assessment::verdict,
                        (one, other) -> one,
                        TreeMap::new));
    }

    /**
     * Edits of different lines: a changed limit, changed points, a reversed comparison, a dropped condition.
     *
     * @param decisive whether the first edits a threshold, which flips verdicts more often than an edit of a rule does
     */
    private Map<TextEdit, PackText> edits(PackText old, int count, boolean decisive) {
        Map<TextEdit, PackText> edits = new LinkedHashMap<>();
        List<TextEdit> possible = new ArrayList<>();
        for (String file : old.files().keySet()) {
            List<String> lines = old.lines(file);
            for (int i = 0; i < lines.size(); i++) {
                possible.addAll(editsOf(file, i, lines.get(i)));
            }
        }
        Set<String> taken = new HashSet<>();
        if (decisive) {
            List<TextEdit> thresholds = possible.stream()
                    .filter(edit -> edit.before().contains(THRESHOLD))
                    .toList();
            TextEdit edit = thresholds.get(random.nextInt(thresholds.size()));
            taken.add(edit.file() + edit.line());
            edits.put(edit, old);
        }
        while (edits.size() < count) {
            TextEdit edit = possible.get(random.nextInt(possible.size()));
            if (taken.add(edit.file() + edit.line())) {
                edits.put(edit, old);
            }
        }
        return edits;
    }

    private static List<TextEdit> editsOf(String file, int line, String text) {
        List<TextEdit> edits = new ArrayList<>();
        if (file.equals("limits.yaml") && text.contains("value: ")) {
            edits.add(new TextEdit(
                    file,
                    line,
                    text,
                    text.replaceAll("value: \"?([0-9])", "value: $1$1").replace("\"", "")));
            edits.add(new TextEdit(
                    file,
                    line,
                    text,
                    text.replaceAll("value: \"?[0-9][0-9,]*", "value: 1").replace("\"", "")));
        } else if (file.equals("pack.yaml") && text.contains("weight: ")) {
            edits.add(new TextEdit(file, line, text, text.replaceAll("weight: [0-9]+", "weight: 9")));
        } else if (file.equals("pack.yaml") && text.contains(THRESHOLD)) {
            for (int threshold : List.of(30, 40, 60, 70)) {
                edits.add(new TextEdit(
                        file, line, text, text.replaceAll("recommend: [0-9]+", "recommend: " + threshold)));
            }
            for (int threshold : List.of(40, 45, 49)) {
                edits.add(new TextEdit(file, line, text, text.replaceAll("decline: [0-9]+", "decline: " + threshold)));
            }
        } else if (file.endsWith(".drl") && text.contains("@points(")) {
            edits.add(new TextEdit(file, line, text, text.replaceAll("@points\\([0-9]+\\)", "@points(3)")));
            edits.add(new TextEdit(file, line, text, text.replaceAll("@points\\([0-9]+\\)", "@points(99)")));
        } else if (file.endsWith(".drl") && text.contains("(") && text.startsWith("  ")) {
            if (text.contains(" >= ")) {
                edits.add(new TextEdit(file, line, text, text.replace(" >= ", " < ")));
            }
            String dropped = text.replaceFirst(", [a-zA-Z]+ (>=|<|==|memberOf|contains) [^,;)]+", "");
            if (!dropped.equals(text)) {
                edits.add(new TextEdit(file, line, text, dropped));
            }
        }
        edits.removeIf(edit -> edit.after().equals(edit.before()));
        return edits;
    }

    private static PackText with(PackText old, Set<TextEdit> edits) {
        PackText text = old;
        for (TextEdit edit : edits) {
            text = text.withLine(edit.file(), edit.line(), edit.after());
        }
        return text;
    }

    /** Maps each edit of the text to the listed edit on the same line. */
    private static Map<TextEdit, Integer> numbers(Comparison comparison, Set<TextEdit> edits) {
        Map<TextEdit, Integer> numbers = new LinkedHashMap<>();
        for (TextEdit edit : edits) {
            for (UndoableEdit listed : comparison.edits()) {
                boolean same = listed.changes().stream()
                        .anyMatch(change -> change.place().file().endsWith("/" + edit.file())
                                && spoken(
                                        edit,
                                        change.before(),
                                        change.after(),
                                        change.place().line()));
                if (same) {
                    numbers.put(edit, listed.number());
                }
            }
        }
        return numbers;
    }

    /**
     * Whether a listed edit is an edit of the text; an annotation is reported at the rule's id, one to three lines
     * above it.
     */
    private static boolean spoken(TextEdit edit, @Nullable String before, @Nullable String after, int line) {
        int distance = edit.line() + 1 - line;
        return edit.after().contains("@points(") ? distance >= 0 && distance <= 3 : distance == 0;
    }

    /** The smallest sets of text edits whose undoing restores the old verdict. */
    private Set<List<Integer>> smallest(
            PackText old,
            PackText recent,
            Set<TextEdit> edits,
            Map<TextEdit, Integer> numbers,
            Universe universe,
            AssessmentChange flip,
            Map<Set<TextEdit>, Map<String, Verdict>> tried) {
        List<TextEdit> all = List.copyOf(edits);
        for (int size = 1; size <= all.size(); size++) {
            Set<List<Integer>> found = new HashSet<>();
            for (int choice = 1; choice < 1 << all.size(); choice++) {
                if (Integer.bitCount(choice) != size) {
                    continue;
                }
                Set<TextEdit> kept = new HashSet<>(all);
                List<Integer> named = new ArrayList<>();
                for (int i = 0; i < all.size(); i++) {
                    if ((choice & (1 << i)) != 0) {
                        kept.remove(all.get(i));
                        named.add(numbers.getOrDefault(all.get(i), 0));
                    }
                }
                Map<String, Verdict> verdicts = tried.computeIfAbsent(kept, rest -> {
                    RulePack pack = with(old, rest).pack(folder);
                    return pack == null ? Map.of() : verdicts(pack, universe);
                });
                if (verdicts.get(key(flip)) == flip.before().verdict()) {
                    found.add(named.stream().sorted().toList());
                }
            }
            if (!found.isEmpty()) {
                return found;
            }
        }
        return Set.of();
    }
}
