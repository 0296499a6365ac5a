package dev.winnow.workbench.internal.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.Progress;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.model.ShippedFacts;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.universe.Universe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Random edits of the text of a universe: flips and causes equal those found by reading the edited text. */
class UniverseBruteForceTest {

    private static final Path SEEDS = Path.of("..", "seeds", "illustrative");
    private static final RulePack PACK = RulePack.load(Path.of("..", "rules", "battery"));
    private static final int ROUNDS = 60;
    /** A landed plant, whose links the other candidates of its city meet. */
    private static final String LANDED = "projects:\n"
            + "  - id: oldplant\n"
            + "    name: Oldplant separators\n"
            + "    track: batteries\n"
            + "    city: alderbay\n"
            + "    decided: 2025-09-01\n"
            + "    links: [separator, electrolyte]\n";

    private final Random random = new Random(12);

    private record LineEdit(String file, int line, String before, String after) {}

    @Test
    void flipsAndCausesAreThoseOfBruteForce() throws IOException {
        Map<String, String> old = files();
        Universe before = Universe.parse(ShippedFacts.VOCABULARY, old);
        assertThat(before.problems()).isEmpty();
        List<LineEdit> possible = possible(old);
        int flips = 0;
        int several = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Set<LineEdit> edits = new LinkedHashSet<>();
            int count = 6 + random.nextInt(3);
            while (edits.size() < count) {
                LineEdit edit = possible.get(random.nextInt(possible.size()));
                if (edits.stream().noneMatch(one -> one.file().equals(edit.file()) && one.line() == edit.line())) {
                    edits.add(edit);
                }
            }
            Universe after = Universe.parse(ShippedFacts.VOCABULARY, with(old, edits));
            Comparison comparison =
                    Comparison.of(ScreeningRequest.of(PACK, before), ScreeningRequest.of(PACK, after), Progress.NONE);
            Map<String, Verdict> was = verdicts(before);
            Map<String, Verdict> is = verdicts(after);
            assertThat(comparison.flips().stream().map(UniverseBruteForceTest::key))
                    .as("%s", edits)
                    .containsExactlyInAnyOrderElementsOf(was.keySet().stream()
                            .filter(key -> is.containsKey(key) && was.get(key) != is.get(key))
                            .toList());
            assertThat(comparison.vanished()).hasSize((int)
                    was.keySet().stream().filter(key -> !is.containsKey(key)).count());
            Map<LineEdit, Integer> numbers = numbers(comparison, edits);
            assertThat(numbers.keySet()).as("each line is an edit").isEqualTo(edits);
            Map<Set<LineEdit>, Map<String, Verdict>> tried = new HashMap<>();
            for (AssessmentChange flip : comparison.flips()) {
                flips++;
                several += flip.causes().get(0).size() > 1 ? 1 : 0;
                assertThat(new HashSet<>(flip.causes()))
                        .as("round %d, %s of %s", round, key(flip), edits)
                        .isEqualTo(smallest(old, edits, numbers, flip, tried));
            }
        }
        assertThat(flips).isGreaterThan(20);
        assertThat(several).as("flips by several edits").isPositive();
    }

    @Test
    void aPlantThatLandsInACityChangesTheOthersThere() throws IOException {
        Map<String, String> old = files();
        String with = old.get("landed.yaml");
        Map<String, String> without = new TreeMap<>(old);
        without.put("landed.yaml", with.replace("    city: alderbay\n    decided: 2025-09-01\n", ""));
        Comparison comparison = Comparison.of(
                ScreeningRequest.of(PACK, Universe.parse(ShippedFacts.VOCABULARY, without)),
                ScreeningRequest.of(PACK, Universe.parse(ShippedFacts.VOCABULARY, old)),
                Progress.NONE);
        List<AssessmentChange> others = Stream.concat(comparison.flips().stream(), comparison.moves().stream())
                .filter(shift -> !shift.after().project().equals("oldplant"))
                .toList();
        assertThat(others)
                .isNotEmpty()
                .allSatisfy(shift -> assertThat(shift.after().city()).isEqualTo("alderbay"));
        assertThat(comparison.edits().stream()
                        .map(edit -> edit.changes().get(0).what().toString()))
                .containsExactly("`city` of project `oldplant`", "`decided` of project `oldplant`");
    }

    @Test
    void anotherDayOfTheUniverseIsAnEdit() throws IOException {
        Map<String, String> old = files();
        Map<String, String> recent = new TreeMap<>(old);
        recent.put("universe.yaml", old.get("universe.yaml").replace("asOf: 2025-12-31", "asOf: 2024-12-31"));
        Comparison comparison = Comparison.of(
                ScreeningRequest.of(PACK, Universe.parse(ShippedFacts.VOCABULARY, old)),
                ScreeningRequest.of(PACK, Universe.parse(ShippedFacts.VOCABULARY, recent)),
                Progress.NONE);
        assertThat(comparison.edits().stream().map(edit -> edit.changes().get(0).toString()))
                .containsExactly("Change[what=`asOf` of the universe, place=universe.yaml:6:9, before=2025-12-31,"
                        + " after=2024-12-31, fact=universe.asOf]");
        assertThat(comparison.flips())
                .isNotEmpty()
                .allSatisfy(flip -> assertThat(flip.causes()).containsExactly(List.of(1)));
    }

    private static Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>(Map.of("landed.yaml", LANDED));
        try (Stream<Path> all = Files.walk(SEEDS)) {
            for (Path file : all.filter(one -> one.toString().endsWith(".yaml")).toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return files;
    }

    private static List<LineEdit> possible(Map<String, String> files) {
        List<LineEdit> edits = new ArrayList<>();
        files.forEach((file, text) -> {
            List<String> lines = Arrays.asList(text.split("\n", -1));
            for (int i = 0; i < lines.size() && !file.matches("universe.yaml|chain.yaml"); i++) {
                String line = lines.get(i);
                boolean component =
                        line.matches("    (?!id|name|zh|illustrative|source|province|note)[a-zA-Z]+: [^~].*");
                boolean row = line.matches("      - \\{.*}");
                if (component || row) {
                    edits.add(new LineEdit(file, i, line, "#"));
                }
                if (component && line.matches(".*: [0-9].*") && !line.contains("decided")) {
                    edits.add(new LineEdit(file, i, line, line.replaceFirst(": [0-9]+", ": 1")));
                }
                if (row && line.contains("held: ")) {
                    String other = line.contains("held: true") ? "held: false" : "held: true";
                    edits.add(new LineEdit(file, i, line, line.replaceFirst("held: (true|false)", other)));
                }
            }
        });
        edits.removeIf(edit -> edit.before().equals(edit.after()));
        return edits;
    }

    private static Map<String, String> with(Map<String, String> old, Set<LineEdit> edits) {
        Map<String, String> changed = new TreeMap<>(old);
        for (LineEdit edit : edits) {
            List<String> lines =
                    new ArrayList<>(Arrays.asList(changed.get(edit.file()).split("\n", -1)));
            lines.set(edit.line(), edit.after());
            changed.put(edit.file(), String.join("\n", lines));
        }
        return changed;
    }

    private static Map<String, Verdict> verdicts(Universe universe) {
        return Screener.walking(PACK).screen(universe).assessments().stream()
                .collect(Collectors.toMap(
                        one -> one.project() + " in " + one.city(),
                        Assessment::verdict,
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static String key(AssessmentChange shift) {
        return shift.after().project() + " in " + shift.after().city();
    }

    private static Map<LineEdit, Integer> numbers(Comparison comparison, Set<LineEdit> edits) {
        Map<LineEdit, Integer> numbers = new LinkedHashMap<>();
        for (LineEdit edit : edits) {
            for (UndoableEdit listed : comparison.edits()) {
                if (listed.changes().get(0).place().file().equals(edit.file())
                        && listed.changes().get(0).place().line() == edit.line() + 1) {
                    numbers.put(edit, listed.number());
                }
            }
        }
        return numbers;
    }

    private static Set<List<Integer>> smallest(
            Map<String, String> old,
            Set<LineEdit> edits,
            Map<LineEdit, Integer> numbers,
            AssessmentChange flip,
            Map<Set<LineEdit>, Map<String, Verdict>> tried) {
        List<LineEdit> all = List.copyOf(edits);
        for (int size = 1; size <= all.size(); size++) {
            Set<List<Integer>> found = new HashSet<>();
            for (int choice = 1; choice < 1 << all.size(); choice++) {
                Set<LineEdit> kept = new LinkedHashSet<>(all);
                List<Integer> named = new ArrayList<>();
                for (int i = 0; i < all.size(); i++) {
                    if ((choice & (1 << i)) != 0) {
                        kept.remove(all.get(i));
                        named.add(numbers.get(all.get(i)));
                    }
                }
                if (named.size() != size) {
                    continue;
                }
                Map<String, Verdict> verdicts = tried.computeIfAbsent(
                        kept, rest -> verdicts(Universe.parse(ShippedFacts.VOCABULARY, with(old, rest))));
                if (verdicts.get(key(flip)) == flip.before().verdict()) {
                    found.add(named.stream().sorted().toList());
                }
            }
            if (!found.isEmpty()) {
                // Undoing an edit of another candidate or city changes nothing, so it is in no smallest set.
                return found;
            }
        }
        return Set.of();
    }
}
