package dev.winnow.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.Explained;
import dev.winnow.engine.Screener;
import dev.winnow.engine.oracle.RandomUniverses.Size;
import dev.winnow.model.Thorough;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Finding;
import dev.winnow.model.result.Undetermined;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Removing a figure changes only the findings of rules that read it. */
class BlankedFigureTest {

    private static final int UNIVERSES = Thorough.count(60, 120);

    static List<Path> packs() {
        return Packs.all();
    }

    @ParameterizedTest
    @MethodSource("packs")
    void removingAFigureChangesOnlyFindingsThatReadIt(Path folder) {
        PlainPack pack = PlainPack.read(folder);
        Screener screener = Packs.screener(folder);
        List<String> wrong = new ArrayList<>();
        int changed = 0;

        for (long seed = 0; seed < UNIVERSES; seed++) {
            Spec spec = RandomUniverses.draw(70_000 + seed, Size.SMALL, Words.around(pack));
            Spec other = spec.copy();
            Blank blank = Blank.one(other, new Random(seed));
            Explained before = Explained.of(screener, spec.universe());
            Explained after = Explained.of(screener, other.universe());
            for (Explanation explanation : before.pairs()) {
                Assessment one = explanation.assessment();
                for (String rule : changedRules(explanation, after.find(one.project(), one.city()))) {
                    changed++;
                    if (!blank.isReadBy(rule, pack)
                            || !(blank.owner().isEmpty() || blank.owner().equals(one.project()))) {
                        wrong.add("seed " + seed + ": " + rule + " changed for " + one.project() + " without " + blank);
                    }
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(changed).as("findings that changed").isPositive();
    }

    /** Findings without their contributions, which depend on other findings too. */
    private static Map<String, List<Object>> reported(Explanation explanation) {
        Map<String, List<Object>> reported =
                explanation.findings().stream().collect(Collectors.toMap(Finding::rule, BlankedFigureTest::reported));
        explanation
                .undetermined()
                .forEach(one -> reported.merge(one.rule(), reported(one), (found, open) -> List.of(found, open)));
        return reported;
    }

    private static List<Object> reported(Finding finding) {
        return List.of(finding.reason(), finding.share(), finding.facts(), finding.also(), finding.evidence());
    }

    private static List<Object> reported(Undetermined open) {
        return List.of(open.points(), open.missing());
    }

    private static Set<String> changedRules(Explanation before, Explanation after) {
        Map<String, List<Object>> was = reported(before);
        Map<String, List<Object>> is = reported(after);
        Set<String> rules = new LinkedHashSet<>(was.keySet());
        rules.addAll(is.keySet());
        rules.removeIf(rule -> Objects.equals(was.get(rule), is.get(rule)));
        return rules;
    }
}
